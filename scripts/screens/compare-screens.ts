import { describeScreens } from "./describe-screens.ts";
import { judgeOnDisk } from "./judge-on-disk.ts";
import { KEPT, keptScreens, takenScreens } from "./screen-folders.ts";
import { otherSurroundings } from "./surroundings.ts";

/** Compares what tests took with what is kept: what to tell of it, or why that cannot be. */
export function compareScreens(): ReturnType<typeof describeScreens> | { problem: string } {
  const taken = takenScreens();
  if ("problem" in taken) return taken;
  const kept = keptScreens();
  if ("problem" in kept) return kept;
  const others = kept.surroundings ? otherSurroundings(kept.surroundings, taken.surroundings) : [];
  return describeScreens(judgeOnDisk(kept.names, taken.names), others, KEPT);
}
