import { indexOf } from "../store/index-of.ts";
import { htmlDraft } from "../web/published/sample-drafts.ts";
import type { Web } from "../web/web.ts";

const FIRST = 3001;

/** Papers that come one by one, each with the draft of its next revision: one so high that no scout has asked for it before it knew the paper. */
export function growingPapers(web: Web) {
  let count = 0;
  const papers: Record<string, object> = {};
  const publishIndex = () => web.publishIndex(JSON.stringify(indexOf(papers)));
  return {
    /** The ids of all drafts that are there. */
    ids: () => Array.from({ length: count }, (_, place) => `D${FIRST + place}R6`),
    grow(): void {
      const number = FIRST + count++;
      const today = new Date().toISOString().slice(0, 10);
      papers[`P${number}R5`] = { title: `Paper ${number}`, author: "Emmy Noether", date: today };
      web.publishDraft(
        `D${number}R6.html`,
        htmlDraft({ id: `D${number}R6`, title: `Rings, part ${number}`, authors: ["Emmy Noether"], audience: "LEWG", date: today }),
      );
      publishIndex();
    },
  };
}
