import { expect, it } from "vitest";
import { usedKeys } from "./used-keys.ts";

/** [code, named, possible, templates]. */
const SEEN: [string, string[], string[], string[]][] = [
  ["translate('add')", ["add"], [], []],
  ["translateCount('documents_known', 3)", ["documents_known"], [], []],
  ["translate(open ? 'one' : more ? 'two' : 'three', ['four'])", ["one", "two", "three"], [], []],
  ["translate(kind === 'draft' ? 'a' : 'b')", ["a", "b"], [], []],
  ["translate(key ?? 'other')", ["other"], [], []],
  [`translate(\`setting_\${name}_help\`)`, [], [], ["setting_*_help"]],
  ["translate('told', [translate('name')])", ["told", "name"], [], []],
  ["const NAMES: Record<string, MessageKey> = { 'an-addition': 'add' }", [], ["add"], []],
  ["function key(): MessageKey { return 'add' }", [], ["add"], []],
  ["const keys = ['add'] satisfies MessageKey[]", [], ["add"], []],
  ["function key(kind: Failure['kind']): MessageKey { return KEYS[kind] }", [], [], []],
  [
    "function key(kind: string): MessageKey { switch (kind) { case 'a': return 'add'; default: return kind === 'b' ? 'more' : 'other' } }",
    [],
    ["add", "more", "other"],
    [],
  ],
  ["const COLUMNS = { health_good: goodOf, [health_bad]: badOf, day }", [], ["health_good"], []],
  ["<Icon name='add' unit='unit_days' />", [], ["unit_days"], []],
  [`const id = \`matches:\${digest}\``, [], [], []],
];

it.each(SEEN)("sees the keys of %s", (text, named, possible, templates) => {
  const used = usedKeys([{ path: "a.tsx", text }]);
  expect([[...used.named], [...used.possible], [...used.templates]]).toEqual([named, possible, templates]);
});
