import { expect, it } from "vitest";
import { givenValues } from "./given-values.ts";

/** [code, the number of values of each call that can be counted]. */
const SEEN: [string, number[]][] = [
  ["translate('add')", [0]],
  ["translate('told', ['a', name])", [2]],
  ["translate('documents_known', 3)", [1]],
  ["translate('papers_found', count, [host, count])", [2]],
  ["translate('told', [translate('name')])", [1, 0]],
  ["translate('told', [...names])", []],
  ["translate('told', ...values)", []],
  ["translate(key)", []],
  [`translate(\`setting_\${name}\`)`, []],
  ["speak('add')", []],
];

it.each(SEEN)("counts the values of %s", (text, values) => {
  expect(givenValues({ path: "a.tsx", text }).map(({ values }) => values)).toEqual(values);
});
