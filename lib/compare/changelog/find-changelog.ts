import type { PaperText } from "../../document/document.ts";
import type { Changelog } from "../comparison.ts";
export function findChangelog(_text: PaperText, _revision?: number): Changelog | undefined {
  return undefined;
}
