import { isKnownLabel } from "../header/labels.ts";

/** Blanks that are meant: in typed text more than one, elsewhere those that do not break. */
const TYPED_GAP = /^(\s*\S(?:[^\s:]| (?! )){0,39})(?:\t\s*| \s+)(?=\S)/;
const FIXED_GAP = /^(\s*\S[^:\u00a0]{0,39}) ?\u00a0[ \u00a0]+(?=\S)/;
/** Wide blanks, and a dash or an equals sign with blanks around it. */
const SIGN = /^(\s*\S[^:：\u2002\u2003\u3000]{0,39}?)(?: ?[\u2002\u2003\u3000]\s*|\s+[‐-―=-]{1,3}\s+)(?=\S)/;
const COLON = /^\s*[:：]/;
/** "Target platforms of the library": a sentence begins with what may be a label. */
const PROSE = /^[\s‐-―=-]*\p{Ll}[^@\s]*(?:\s+[^@\s]+){3}/u;
const DASH = /^\s*[‐-―-]\s/;

/**
 * A line in which each known label that is set off from its value by nothing but its letters, by a gap or by a dash, has a colon: "Audience LEWG".
 * `ends` is where in the line what is in bold letters ends.
 */
export function withColons(line: string, ends: number[], asTyped: boolean): string {
  let text = line;
  for (const end of ends.toReversed()) {
    const value = text.slice(end);
    if (value.trim() !== "" && !COLON.test(value) && !PROSE.test(value)) text = `${text.slice(0, end)}: ${value.replace(DASH, "")}`;
  }
  if (ends.length > 0) return text;
  for (const form of [asTyped ? TYPED_GAP : FIXED_GAP, SIGN]) {
    const [gap = "", label = ""] = form.exec(text) ?? [];
    const value = text.slice(gap.length);
    if (isKnownLabel(label) && !PROSE.test(value)) return `${label}: ${value}`;
  }
  return text;
}
