import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import "./data.css";
import { useAnchor } from "../use-anchor.ts";
import { ExportPart } from "./export-part.tsx";
import { FeedPart } from "./feed-part.tsx";
import { ImportPart } from "./import-part.tsx";
import { SyncPart } from "./sync-part.tsx";

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
