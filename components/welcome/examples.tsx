import { translate } from "../../lib/language/translate.ts";
import { plainTitle } from "../../lib/papers/text/title-parts.ts";
import { readHealth } from "../../lib/store/health/health.ts";
import { recentPapers } from "../../lib/store/index/recent-papers.ts";
import { type SuggestedWatch, suggestWatches } from "../../lib/watch/suggesting/suggest-watches.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { useRead } from "../hooks/use-read.ts";
import { useTick } from "../hooks/use-tick.ts";
import { WatchButton } from "../watching/watch-button.tsx";
import { WatchlistsProvider } from "../watching/watchlists-context.tsx";
import { FirstCheck } from "./first-check.tsx";

const LOOK_EVERY_MS = 5_000;

/** A watch of each kind to begin with, from the index as it is; until that is there, how far the first check has come. */
export function Examples() {
  const tick = useTick(LOOK_EVERY_MS);
  const health = useLiveQuery((db) => readHealth(db, Date.now()), [tick]);
  const baselineAt = health?.index?.baselineAt;
  const found = useRead(async (db) => (baselineAt === undefined ? [] : suggestWatches(await recentPapers(db))), [baselineAt]);
  if (!health || !found) return null;
  // An index that names nobody of late gives no example, and there is nothing to wait for.
  if (baselineAt !== undefined && found.length === 0) return null;
  return (
    <section class="examples" aria-labelledby="examples">
      <h3 id="examples">{translate("welcome_examples")}</h3>
      {baselineAt === undefined ? (
        <FirstCheck health={health} />
      ) : (
        <>
          <p class="help">{translate("welcome_examples_help")}</p>
          <WatchlistsProvider>
            <ul>
              {found.map((example) => (
                <li key={example.watch.kind}>
                  <WatchButton watch={example.watch} />
                  <span class="help" dir="auto">
                    {exampleText(example)}
                  </span>
                </li>
              ))}
            </ul>
          </WatchlistsProvider>
        </>
      )}
    </section>
  );
}

function exampleText({ watch: { kind }, papers, title = "" }: SuggestedWatch): string {
  if (kind === "paper") return translate("example_paper", [plainTitle(title)]);
  return translate(`example_${kind}`, papers);
}
