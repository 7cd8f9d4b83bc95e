/** How a picture that is kept, or was taken, compares; names are those of files. */
export type Verdict =
  | { name: string; verdict: "same" | "missing" | "new" | "damaged" }
  | {
      name: string;
      verdict: "changed" /** Of the pixels, 0 to 1. */;
      share: number;
      pixels: number /** Where the difference can be looked at. */;
      image: string;
    };

/** Holds the pictures that were taken against those that are kept; `compare` is asked for names that are on both sides. In the order of names. */
export function judgeScreens(kept: string[], taken: string[], compare: (name: string) => Verdict): Verdict[] {
  const names = [...new Set([...kept, ...taken])].sort();
  return names.map((name) => {
    if (!taken.includes(name)) return { name, verdict: "missing" };
    return kept.includes(name) ? compare(name) : { name, verdict: "new" };
  });
}
