import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { useTick } from "../../hooks/use-tick.ts";
import { SharedFinds } from "../shared-finds/shared-finds.tsx";
import { KnownDrafts } from "../status/drafts/known-drafts.tsx";
import { AdvancedSettings, PlainSettings } from "./settings-of.tsx";

const LOOK_EVERY_MS = 5_000;

/** Whether drafts are looked for, how, and which were found. */
export function DraftsPage() {
  const settings = useLiveQuery(readSettings);
  const tick = useTick(LOOK_EVERY_MS);
  return (
    <>
      {settings && (
        <>
          <PlainSettings page="drafts" settings={settings} />
          <AdvancedSettings page="drafts" settings={settings} />
        </>
      )}
      {settings?.drafts && <SharedFinds settings={settings} tick={tick} />}
      <KnownDrafts tick={tick} />
    </>
  );
}
