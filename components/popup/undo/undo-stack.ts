/** What was done, in words, and how to take it back. */
export interface Offer {
  text: string;
  undo: () => Promise<unknown>;
}

/** Something that was asked for, from that moment on: the next undo is of it, also while the background has not answered. */
export interface Deed {
  /** Undefined where there turned out to be nothing to take back. */
  done: Promise<Offer | undefined>;
  /** The words, once it is done. */
  text?: string;
}

/** Long enough to be read, understood and reached by keyboard. It begins anew with each thing done, undone or held. */
export const OFFERED_MS = 15_000;
/** Nobody remembers what they did before that. */
export const MOST_DEEDS = 50;

/** The last thing asked for comes first to be undone, then what was before it. */
export function withDeed(deeds: readonly Deed[], deed: Deed): Deed[] {
  return [...deeds, deed].slice(-MOST_DEEDS);
}

/** With what came of it: the words, or without it where there is nothing to take back. */
export function settled(deeds: readonly Deed[], done: Deed["done"], offer: Offer | undefined): Deed[] {
  return deeds.flatMap((deed) => (deed.done !== done ? deed : offer ? { done, text: offer.text } : []));
}

/** The deed to be undone now, and what is left then. */
export function taken(deeds: readonly Deed[]): { deed: Deed | undefined; left: Deed[] } {
  return { deed: deeds.at(-1), left: deeds.slice(0, -1) };
}

/** What is said of them: the words of the last that has any. */
export function saidOf(deeds: readonly Deed[]): string | undefined {
  return deeds.findLast(({ text }) => text !== undefined)?.text;
}
