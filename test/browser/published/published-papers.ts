import { publishedIndex } from "../../web/published/published-index.ts";
import type { Answer, Request, ScriptedAnswer } from "../../web/web.ts";
import { INDEX_URL, type Web } from "../../web/web.ts";
import { smallIndex } from "./small-index.ts";

export const WATCHES = ["author:Noether", "author:Gödel", "P4003"];

const AUTHORS = ["Emmy Noether", "Kurt Gödel, Emmy Noether", "Kurt Gödel", "Ada Lovelace"];
/** Now and then a whole mailing comes at once, of which most papers mean nothing to the person. */
const MAILING = { papers: 300, share: 0.15, ofOthers: 0.95 };
const SLOWEST_MS = 250;
/** Short: what the host asks for is kept. */
const COME_AGAIN = { "retry-after": "1" };

/** An index that grows, served slowly and not always; and what a person with WATCHES is to find in it. */
export function publishedPapers(web: Web, random: () => number) {
  const entries: Record<string, object> = {};
  const expected = new Map<string, string[]>();

  function add(ofOthers: number): void {
    const number = 4000 + Object.keys(entries).length;
    const author = random() < ofOthers ? "Ada Lovelace" : (AUTHORS[Math.floor(random() * AUTHORS.length)] ?? "");
    const id = `P${number}R0`;
    entries[id] = { author };
    const reasons = [
      ...(author.includes("Noether") ? ["author Noether"] : []),
      ...(author.includes("Gödel") ? ["author Gödel"] : []),
      ...(number === 4003 ? ["paper P4003"] : []),
    ];
    if (reasons.length > 0) expected.set(id, reasons.sort());
  }

  return {
    /** The reasons of each match, by the paper's id, as "author Noether". */
    expected: expected as ReadonlyMap<string, string[]>,
    /** The ids of all papers that were published after the first index. */
    ids: () => Object.keys(entries),
    /** Serves the index with some more papers, sometimes a mailing of them; where it may fail, sometimes only at the second request. */
    publishMore(mayFail: boolean): void {
      const isMailing = random() < MAILING.share;
      for (let more = isMailing ? MAILING.papers : 1 + Math.floor(random() * 3); more > 0; more--) add(isMailing ? MAILING.ofOthers : 0);
      const served = publishedIndex(smallIndex(entries), new Date());
      const slow = (request: Request): Answer => ({ ...served(request), delayMs: random() * SLOWEST_MS, bodyDelayMs: (1 + random()) * SLOWEST_MS });
      const refusal: ScriptedAnswer[] = [{ status: random() < 0.5 ? 503 : 429, headers: COME_AGAIN, delayMs: random() * SLOWEST_MS }];
      web.answer(INDEX_URL, ...(mayFail && random() < 0.3 ? refusal : []), slow);
    },
    /** Serves the same index, from now on at once. */
    publishWell: () => web.publishIndex(smallIndex(entries)),
  };
}
