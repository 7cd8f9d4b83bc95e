import { translate } from "../../lib/language/translate.ts";
import { readWatchlists } from "../../lib/store/lists/read-watchlists.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { ListsRestored } from "../notifications/lists-restored.tsx";
import { NotificationsBlocked } from "../notifications/notifications-blocked.tsx";
import { TitleFormsTold } from "../notifications/title-forms-told.tsx";
import { AboutSection } from "./about-section.tsx";
import { DataSection } from "./data/data-section.tsx";
import { SectionNav } from "./section-nav.tsx";
import { SettingsSection } from "./settings/settings-section.tsx";
import { WatchlistsSection } from "./watchlists/watchlists-section.tsx";
import { WorkSection } from "./work/work-section.tsx";

export function Options() {
  const lists = useLiveQuery(readWatchlists);
  return (
    <>
      <header class="options-header">
        <img src="/icon/icon.svg" alt="" width="40" height="40" />
        <div>
          <h1>{translate("extensionName")}</h1>
          <p>{translate("extensionDescription")}</p>
        </div>
      </header>
      <SectionNav />
      <ListsRestored />
      <TitleFormsTold />
      <NotificationsBlocked />
      {lists && <WatchlistsSection lists={lists} />}
      <SettingsSection />
      {lists && <WorkSection lists={lists} />}
      <DataSection />
      <AboutSection />
    </>
  );
}
