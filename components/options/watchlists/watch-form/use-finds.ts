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
  return useBreathing<Finds | undefined>(
    async (breathe) => {
      if (!index) return undefined;
      const match = compileWatch(watch);
      const finds = startFinds();
      await forEachBreathing(index.papers, breathe, (paper) => match(paper) && noteFind(finds, paper, NEWEST_SHOWN), 50);
      return finds;
    },
    [index],
    formatWatch(watch),
  );
}
