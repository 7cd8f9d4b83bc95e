/**
 * Why something of a feed is refused; what was known stays. Each has its sentence for people.
 * - too-large: longer than it may be, or than the head says
 * - html: a web page where JSON should be
 * - not-json: not JSON, or not whole
 * - not-a-feed: JSON that is nothing of a feed
 * - unknown-format: of a version that this one does not know
 * - unknown-key: signed with a key that the address does not name
 * - bad-signature: not signed by whom it says
 * - older: a newer head was seen before
 * - contradicts: another head has the same number
 * - from-the-future: written later than it is by the clock here
 * - wrong-hash: a part is not the one that the head names
 * - too-many: more facts at once than there can be
 */
export type Refusal =
  | "too-large"
  | "html"
  | "not-json"
  | "not-a-feed"
  | "unknown-format"
  | "unknown-key"
  | "bad-signature"
  | "older"
  | "contradicts"
  | "from-the-future"
  | "wrong-hash"
  | "too-many";

export interface Refused {
  ok: false;
  refusal: Refusal;
}

export function refused(refusal: Refusal): Refused {
  return { ok: false, refusal };
}

/** The JSON of these bytes, or why there is none. */
export function readJson(bytes: Uint8Array): { ok: true; value: unknown } | Refused {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return refused("not-json");
  }
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return refused(/^\s*</.test(text.slice(0, 1000)) ? "html" : "not-json");
  }
}
