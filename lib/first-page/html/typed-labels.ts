import { isKnownLabel } from "../header/labels.ts";

/** Blanks that are meant: in typed text more than one, elsewhere those that do not break. */
const TYPED_GAP = /^(\s*\S(?:[^\s:]| (?! )){0,39})(?:\t\s*| \s+)(?=\S)/;
const FIXED_GAP = /^(\s*\S[^:\u00a0]{0,39}) ?\u00a0[ \u00a0]+(?=\S)/;
const COLON = /^\s*[:：]/;
const DASH = /^\s*[‐-―-]\s/;

/**
 * A line in which each known label that is set off from its value by nothing but its letters, or by a gap, has a colon: "Audience LEWG".
 * `ends` is where in the line what is in bold letters ends.
 */
export function withColons(line: string, ends: number[], asTyped: boolean): string {
  let text = line;
  for (const end of ends.toReversed()) {
    const value = text.slice(end);
    if (value.trim() !== "" && !COLON.test(value)) text = `${text.slice(0, end)}: ${value.replace(DASH, "")}`;
  }
  if (ends.length > 0) return text;
  const [gap = "", label = ""] = (asTyped ? TYPED_GAP : FIXED_GAP).exec(text) ?? [];
  return isKnownLabel(label) ? `${label}: ${text.slice(gap.length)}` : text;
}
