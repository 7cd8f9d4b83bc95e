import { formatPaperId, parsePaperId } from "./paper-id.ts";
import { closeGaps, idsIn } from "./written-ids.ts";

/** A page may be selected as a whole. */
const LOOKED_AT = 20_000;

/** The series of the first paper that a text or an address names: "P2300" in "see d2300r11.pdf", "N4950"; undefined where it names none. */
export function firstSeriesIn(text: string): string | undefined {
  for (const written of idsIn(closeGaps(text.slice(0, LOOKED_AT)))) {
    const id = parsePaperId(written);
    if (id) return formatPaperId({ prefix: id.prefix === "N" ? "N" : "P", number: id.number });
  }
  return undefined;
}
