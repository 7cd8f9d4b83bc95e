import { useId } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import "./data/data.css";
import { ExportPart } from "./data/export-part.tsx";
import { FeedPart } from "./data/feed-part.tsx";
import { ImportPart } from "./data/import-part.tsx";
import { SyncPart } from "./data/sync-part.tsx";
import { useAnchor } from "./use-anchor.ts";

/** Taking one's data out and in, and to one's other machines. */
export function DataSection() {
  const title = useAnchor("data");
  const heading = useId();
  return (
    <section id="data" aria-labelledby={heading}>
      <h2 id={heading} ref={title} tabIndex={-1}>
        {translate("data")}
      </h2>
      <ExportPart />
      <ImportPart />
      <FeedPart />
      <SyncPart />
    </section>
  );
}
