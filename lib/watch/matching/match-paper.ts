import type { Paper } from "../../papers/paper.ts";
import { parsePaperId } from "../../papers/paper-id.ts";

/** Compiles a paper watch: a P number means its drafts too, and every revision unless one is given. */
export function compilePaper(text: string): (paper: Paper) => boolean {
  const watched = parsePaperId(text);
  if (!watched?.regular) return () => false;
  const { number, revision } = watched;
  const ofSeries = watched.prefix === "P" || watched.prefix === "D";
  return (paper) =>
    paper.number === number &&
    (ofSeries ? paper.prefix === "P" || paper.prefix === "D" : paper.prefix === watched.prefix) &&
    (revision === undefined || paper.revision === revision) &&
    parsePaperId(paper.id)?.regular === true;
}
