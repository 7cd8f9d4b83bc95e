import { seededRandom } from "../../browser/killing/seeded-random.ts";
import { below, type Change, mutate } from "./mutate.ts";
import { SAMPLES } from "./samples.ts";
import { spoilJson } from "./spoil-json.ts";

export const KINDS = Object.keys(SAMPLES);
const GOLDEN = 0x9e3779b1;
const known = new Map<string, Uint8Array[]>();

/** Which kind the case of this number is of: one after the other. */
export function kindOf(index: number): string {
  return KINDS[index % KINDS.length] ?? "";
}

/** The input of a case: a sample, spoilt as seed and number say. */
export function spoil(seed: number, index: number): { bytes: Uint8Array; changes: Change[] } {
  const kind = kindOf(index);
  const samples = known.get(kind) ?? SAMPLES[kind]?.() ?? [];
  known.set(kind, samples);
  const random = seededRandom(seed ^ Math.imul(index + 1, GOLDEN));
  const [one, other] = [samples[below(samples.length, random)], samples[below(samples.length, random)]];
  // Bytes that are changed are hardly ever JSON: every second one has other values instead.
  if (isJson(kind) && random() < 0.5)
    return {
      bytes: Buffer.from(
        linesOf(kind, one)
          .map((line) => spoilJson(line, random))
          .join("\n"),
      ),
      changes: ["values"],
    };
  return mutate(one ?? new Uint8Array(), other ?? new Uint8Array(), random);
}

function isJson(kind: string): boolean {
  return kind === "index" || kind === "backup" || kind === "sync";
}

/** The items of the browser's store stand in a line each. */
function linesOf(kind: string, bytes: Uint8Array = new Uint8Array()): string[] {
  const text = new TextDecoder().decode(bytes);
  return kind === "sync" ? text.split("\n") : [text];
}
