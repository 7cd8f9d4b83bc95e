import { frontier } from "../../lib/papers/frontier.ts";
import { isPaper } from "../../lib/papers/paper.ts";
import { groupSeries } from "../../lib/papers/series.ts";
import { countBy } from "./count-by.ts";
import { readFileNames } from "./reading/read-arguments.ts";
import { readIndexFile } from "./reading/read-index-file.ts";

/** What an index holds, by number spaces, and what of it could not be read. */
export function ids(args: string[]) {
  const [file = ""] = readFileNames(args, ["FILE"]);
  const { entries, skipped, repaired } = readIndexFile(file);
  const all = [...entries.values()];
  return {
    file,
    entries: all.length,
    papers: all.filter(isPaper).length,
    series: groupSeries(all).size,
    frontier: frontier(all),
    byType: countBy(all, ({ type }) => type),
    byPrefix: countBy(all, ({ prefix }) => prefix),
    notIds: all.filter(({ prefix }) => prefix === undefined).map(({ id }) => id),
    skipped,
    repaired,
  };
}
