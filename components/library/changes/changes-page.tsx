import { translate } from "../../../lib/language/translate.ts";
import { comparedAtFirst } from "../../../lib/library/paper/compared-documents.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { paperLinks } from "../../../lib/library/paper/paper-links.ts";
import type { Route } from "../../../lib/library/route.ts";
import { seriesOfId } from "../../../lib/papers/series.ts";
import { draftOfTextId, textIdBefore } from "../../../lib/store/texts/text-id.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { late } from "../../late.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { To } from "../links.tsx";
import { useCompared } from "../use-compared.ts";
import { goTo } from "../use-route.ts";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";
import { ChooseDocuments } from "./documents/choose-documents.tsx";
import { nameOf, TextStates } from "./documents/text-states.tsx";
import { useTexts } from "./documents/use-texts.ts";
import { comparedText } from "./summary-text.ts";
import { useComparison } from "./use-comparison.ts";

/** What is compared is not there yet when the page is. */
const Changes = late(async () => (await import("./changes.tsx")).Changes);

type ChangesRoute = Extract<Route, { page: "changes" }>;

/** What changed between two documents of a paper. */
export function ChangesPage({ route }: { route: ChangesRoute }) {
  const catalogue = useCatalogue();
  const series = typeof catalogue === "object" ? catalogue.series.get(route.series) : undefined;
  const documents = useCompared(series?.documents);
  const first = comparedAtFirst(documents);
  const before = route.before ?? first?.before.paper.id;
  const after = route.after ?? first?.after.paper.id;
  const title = before && after ? translate("changes_title", [nameOf(before), nameOf(after)]) : translate("changes_title_of", [route.series]);
  useTitle(title);
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      <p class="to-paper">
        <To route={{ page: "paper", series: route.series }}>{translate("changes_to_paper", [route.series])}</To>
      </p>
      {typeof catalogue !== "object" && <Waiting catalogue={catalogue} />}
      {before && after ? (
        // No key: what it is chosen by has to outlive the choice.
        <Pair series={route.series} documents={documents} before={before} after={after} />
      ) : (
        typeof catalogue === "object" && <p class="note">{translate(series ? "changes_only_one" : "series_unknown", [route.series])}</p>
      )}
    </>
  );
}

interface PairProps {
  series: string;
  documents: LibraryDocument[];
  before: string;
  after: string;
}

function Pair({ series, documents, before, after }: PairProps) {
  const catalogue = useCatalogue();
  const { states, ask } = useTexts(before, after);
  const kept = useFormerTexts(documents);
  const rows = states?.flatMap((state) => (state.kind === "there" ? state.row : [])) ?? [];
  const stamp = rows.length === 2 ? rows.map(({ readAt, version = "" }) => `${readAt} ${version}`).join() : "";
  const compared = useComparison(before, after, stamp);
  const isComparing = before !== after && stamp !== "" && !compared;
  const ids = documents
    .map(({ paper }) => paper.id)
    .flatMap((id) => (kept.has(id) ? [textIdBefore(id), id] : [id]))
    .reverse();
  // Arrow keys choose whatever they pass: that is one visit, and one step back.
  const choose = (before: string, after: string) => goTo({ page: "changes", series, before, after }, "replace");
  const linkOf = (id: string) => {
    const all =
      typeof catalogue === "object" ? [...documents, ...(catalogue.series.get(seriesOfId(draftOfTextId(id) ?? id) ?? "")?.documents ?? [])] : documents;
    const document = all.find(({ paper }) => paper.id === (draftOfTextId(id) ?? id));
    return document && paperLinks(document)[0]?.href;
  };
  return (
    <>
      <ChooseDocuments ids={ids} before={before} after={after} onChoose={choose} />
      {before === after && <p class="note">{translate("compare_same")}</p>}
      {before !== after && states && stamp === "" && !compared && (
        <TextStates texts={[before, after].map((id, place) => ({ id, state: states[place] ?? { kind: "unasked" }, link: linkOf(id) }))} onAsk={ask} />
      )}
      {compared && "failed" in compared && (
        <p class="problem" role="alert">
          {translate("changes_failed", [compared.failed])}
        </p>
      )}
      {before !== after && compared && "comparison" in compared && (
        <Changes key={`${before}..${after}`} comparison={compared.comparison} before={before} after={after} />
      )}
      {/* It stays, or what came of it would not be read out. */}
      <p class={isComparing ? "waiting" : "visually-hidden"} role="status">
        {isComparing && translate("changes_comparing")}
        {compared && "comparison" in compared && comparedText(compared.comparison)}
      </p>
    </>
  );
}

/** The drafts among them of which it is kept what they said before. */
function useFormerTexts(documents: LibraryDocument[]): Set<string> {
  const drafts = documents.flatMap(({ draft }) => draft?.id ?? []);
  const kept = useLiveQuery((db) => db.texts.bulkGet(drafts.map(textIdBefore)), [drafts.join()]);
  return new Set((kept ?? []).flatMap((row) => (row && row.bytes > 0 && draftOfTextId(row.id)) || []));
}
