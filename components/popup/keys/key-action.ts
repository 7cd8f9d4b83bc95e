export type KeyAction =
  | "next"
  | "previous"
  | "read"
  | "star"
  | "mute"
  | "watch"
  | "copy"
  | "about"
  | "undo"
  | "unfold"
  | "fold"
  | "unread"
  | "starred"
  | "all"
  | "check"
  | "search"
  | "help"
  | "leave";

/** Keys that mean the same everywhere, as KeyboardEvent.key names them. */
const ALWAYS: Readonly<Record<string, KeyAction>> = { ArrowDown: "next", ArrowUp: "previous", ArrowRight: "unfold", ArrowLeft: "fold", Escape: "leave" };

/** Letters and signs, which a person can switch off: who dictates or slips would set them off by accident (WCAG 2.1.4). */
const LETTERS: Readonly<Record<string, KeyAction>> = {
  j: "next",
  k: "previous",
  e: "read",
  r: "read",
  s: "star",
  m: "mute",
  w: "watch",
  c: "copy",
  a: "about",
  u: "undo",
  1: "unread",
  2: "starred",
  3: "all",
  n: "check",
  "/": "search",
  "?": "help",
};

/** From a field one goes on to what was found, and leaves it. */
const WHILE_TYPING: readonly KeyAction[] = ["next", "leave"];
/** A key that is held down moves on; it does not mark twenty matches. */
const REPEATED: readonly KeyAction[] = ["next", "previous"];

export type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "repeat" | "isComposing">;

/** What a key that was pressed asks for; undefined where it is the browser's, or a letter of a text. */
export function keyAction(press: KeyPress, { isTyping, letterKeys }: { isTyping: boolean; letterKeys: boolean }): KeyAction | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const action = find(ALWAYS, press.key) ?? (letterKeys && !isTyping ? find(LETTERS, press.key.toLowerCase()) : undefined);
  if (!action || (isTyping && !WHILE_TYPING.includes(action)) || (press.repeat && !REPEATED.includes(action))) return undefined;
  return action;
}

function find(keys: Readonly<Record<string, KeyAction>>, key: string): KeyAction | undefined {
  return Object.hasOwn(keys, key) ? keys[key] : undefined;
}
