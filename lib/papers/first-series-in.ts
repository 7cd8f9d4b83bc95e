import { formatPaperId, parsePaperId } from "./paper-id.ts";

/** A page may be selected as a whole. */
const LOOKED_AT = 20_000;

// Papers are written with four digits at least, N papers with three: "P1", "D3" and "N95" are something else.
const ID = /(?<![\p{L}\p{N}])(?:[pd]-?[0-9]{4,6}|n-?[0-9]{3,5})(?:r[0-9]{1,3})?(?![\p{L}\p{N}])/giu;

/** The series of the first paper that a text or an address names: "P2300" in "see d2300r11.pdf", "N4950"; undefined where it names none. */
export function firstSeriesIn(text: string): string | undefined {
  for (const [written] of text.slice(0, LOOKED_AT).matchAll(ID)) {
    const id = parsePaperId(written);
    if (id?.regular) return formatPaperId({ prefix: id.prefix === "N" ? "N" : "P", number: id.number });
  }
  return undefined;
}
