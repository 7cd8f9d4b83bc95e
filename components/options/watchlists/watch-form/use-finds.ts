import { forEachBreathing } from "../../../../lib/library/breathe.ts";
import { type Finds, noteFind, startFinds } from "../../../../lib/watch/matching/finds.ts";
import { compileWatch } from "../../../../lib/watch/matching/match-watch.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useBreathing } from "../../../library/use-breathing.ts";
import type { KnownPapers } from "../index-context.tsx";

export const NEWEST_SHOWN = 5;

/** What a watch finds among the papers that are there; undefined until that is known. */
export function useFinds(watch: Watch, index: KnownPapers | undefined): Finds | undefined {
  return useAllFinds([watch], index)?.[0];
}

/** The same of several, in their order. */
export function useAllFinds(watches: Watch[], index: KnownPapers | undefined): Finds[] | undefined {
  return useBreathing<Finds[] | undefined>(
    async (breathe) => {
      if (!index) return undefined;
      const all = watches.map((watch) => ({ match: compileWatch(watch), finds: startFinds() }));
      const note = (paper: KnownPapers["papers"][number]) => {
        for (const { match, finds } of all) if (match(paper)) noteFind(finds, paper, NEWEST_SHOWN);
      };
      await forEachBreathing(index.papers, breathe, note, 50);
      return all.map(({ finds }) => finds);
    },
    [index],
    watches.map(formatWatch).join("\n"),
  );
}

/** A watch with what it would find. */
export interface Choice {
  watch: Watch;
  /** Papers of the index; undefined where none is at hand. */
  papers: number | undefined;
}

/** Watches with their finds, those that find most first. */
export function byPapers(watches: Watch[], finds: Finds[] | undefined): Choice[] {
  const choices = watches.map((watch, place) => ({ watch, papers: finds?.[place]?.count }));
  return choices.sort((a, b) => (b.papers ?? 0) - (a.papers ?? 0));
}
