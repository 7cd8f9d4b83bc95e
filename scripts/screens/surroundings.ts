/** What pictures were taken with, beside the extension: they can only be the same where this is. */
export interface Surroundings {
  /** "Chrome/156.0.8078.108". */
  browser: string;
  /** "dejavu-fonts-ttf 2.37.3". */
  fonts: string;
  /** "linux x64". */
  system: string;
}

const NAMES = ["browser", "fonts", "system"] as const;

/** Reads what `JSON.stringify` made of them; undefined where it is something else. */
export function readSurroundings(text: string): Surroundings | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
  const isWhole = typeof read === "object" && read !== null && NAMES.every((name) => typeof (read as Record<string, unknown>)[name] === "string");
  return isWhole ? (read as Surroundings) : undefined;
}

/** "Chrome/156 in place of Chrome/155", for each that is another; empty where all is the same. */
export function otherSurroundings(kept: Surroundings, taken: Surroundings): string[] {
  return NAMES.filter((name) => kept[name] !== taken[name]).map((name) => `${taken[name]} in place of ${kept[name]}`);
}
