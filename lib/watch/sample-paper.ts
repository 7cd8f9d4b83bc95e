import type { Paper } from "../papers/paper.ts";
import { parsePaperId } from "../papers/paper-id.ts";

/** For tests: an index entry of which only what the test is about need be said. */
export function samplePaper(id: string, about: Partial<Paper> = {}): Paper {
  const { prefix, number, revision } = parsePaperId(id) ?? {};
  return {
    id,
    type: "paper",
    ...(prefix && { prefix }),
    ...(number !== undefined && { number }),
    ...(revision !== undefined && { revision }),
    title: "",
    authors: [],
    audience: [],
    ...about,
  };
}
