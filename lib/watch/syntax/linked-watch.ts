const BEGINNING = "#/watch/";
const LONGEST = 500;

/** The part of an address of the options page, with its "#", that fills in this text. */
export function linkToWatch(text: string): string {
  return BEGINNING + encodeURIComponent(text.slice(0, LONGEST).toWellFormed());
}

/** The text that such a part brings along; undefined where it is none. */
export function readLinkedWatch(hash: string): string | undefined {
  if (!hash.startsWith(BEGINNING)) return undefined;
  const text = hash.slice(BEGINNING.length);
  try {
    return decodeURIComponent(text).slice(0, LONGEST);
  } catch {
    // Typed by hand: a percent sign that encodes nothing is meant as it stands.
    return text.slice(0, LONGEST);
  }
}
