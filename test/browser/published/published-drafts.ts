import { completeSettings } from "../../../lib/terms/settings.ts";
import { indexOf } from "../../store/index-of.ts";
import { htmlDraft, pdfDraft } from "../../web/published/sample-drafts.ts";
import type { Web } from "../../web/web.ts";

export const DRAFT_WATCHES = ["author:Noether", "author:Gödel", "P0003"];

/** So that a cycle of some sixty files is over before the next kill, now and then. */
export const DRAFTS_GAP_MS = 25;
/** Drafts are switched on once there is somebody to watch for. */
export const DRAFTS_ONLY = {
  ...completeSettings([]),
  drafts: false,
  openStd: false,
  minutesBetweenNotifications: 0,
  askGapMs: DRAFTS_GAP_MS,
  askJitterPercent: 0,
};

const AUTHORS = [["Emmy Noether"], ["Kurt Gödel", "Emmy Noether"], ["Kurt Gödel"], ["Ada Lovelace"]];
const SERIES = [1, 2, 3, 4, 5];
const DAY = 24 * 60 * 60_000;

/** The index of the papers whose next revisions are drafts here. */
export function draftsIndex(): string {
  const date = new Date(Date.now() - 20 * DAY).toISOString().slice(0, 10);
  return JSON.stringify(indexOf(Object.fromEntries(SERIES.map((number) => [`P000${number}R0`, { date }]))));
}

/** Drafts that appear one after the other, and what a person with DRAFT_WATCHES is to find in them. */
export function publishedDrafts(web: Web, random: () => number) {
  const expected = new Map<string, string[]>();
  const ids: string[] = [];
  return {
    /** The reasons of each match, by the draft's id, as "author Noether". */
    expected: expected as ReadonlyMap<string, string[]>,
    ids: ids as readonly string[],
    /** Publishes the next revision of one of the papers, as PDF or HTML. */
    publishMore(): void {
      const number = SERIES[ids.length % SERIES.length] ?? 1;
      const id = `D000${number}R${1 + Math.floor(ids.length / SERIES.length)}`;
      const authors = AUTHORS[Math.floor(random() * AUTHORS.length)] ?? [];
      const about = { id, title: `Incompleteness, part ${ids.length + 1}`, authors, audience: "LEWG", date: new Date().toISOString().slice(0, 10) };
      // The policy takes days to ask for another extension than a paper had before.
      if (number % 2 === 0) web.publishDraft(`${id}.pdf`, pdfDraft(about));
      else web.publishDraft(`${id}.html`, htmlDraft(about));
      ids.push(id);
      const reasons = [
        ...(authors.includes("Emmy Noether") ? ["author Noether"] : []),
        ...(authors.includes("Kurt Gödel") ? ["author Gödel"] : []),
        ...(number === 3 ? ["paper P0003"] : []),
      ];
      if (reasons.length > 0) expected.set(id, reasons.sort());
    },
  };
}
