import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { AdvancedSettings } from "../settings/settings-of.tsx";
import "./data.css";
import { ExportPart } from "./export-part.tsx";
import { FeedPart } from "./feed-part.tsx";
import { ImportPart } from "./import-part.tsx";
import { SyncPart } from "./sync-part.tsx";
import { TextsPart } from "./texts-part.tsx";

/** Taking one's data out and in, and to one's other machines. */
export function DataPage() {
  const settings = useLiveQuery(readSettings);
  return (
    <>
      <ExportPart />
      <ImportPart />
      <FeedPart />
      <SyncPart />
      {settings && <TextsPart settings={settings} />}
      {settings && <AdvancedSettings page="data" settings={settings} />}
    </>
  );
}
