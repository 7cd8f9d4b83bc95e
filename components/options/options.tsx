import { HeadStatus } from "../head/head-status.tsx";
import { ListsRestored } from "../notifications/lists-restored.tsx";
import { NotificationsBlocked } from "../notifications/notifications-blocked.tsx";
import { TitleFormsTold } from "../notifications/title-forms-told.tsx";
import { Said } from "../said.tsx";
import { AboutPage } from "./about-page.tsx";
import { DataPage } from "./data/data-page.tsx";
import { OptionsKeys } from "./options-keys.tsx";
import { OptionsPageFrame } from "./pages/options-page-frame.tsx";
import type { OptionsPage } from "./pages/options-pages.ts";
import { SettingsNav } from "./pages/settings-nav.tsx";
import { useOptionsPage } from "./pages/use-options-page.ts";
import { DraftsPage } from "./settings/drafts-page.tsx";
import { NotificationsPage } from "./settings/notifications-page.tsx";
import { StatusPage } from "./status/status-page.tsx";
import { MutedPage } from "./watchlists/muted-page.tsx";
import { WatchlistsPage } from "./watchlists/watchlists-page.tsx";

const PAGES = {
  watchlists: WatchlistsPage,
  notifications: NotificationsPage,
  drafts: DraftsPage,
  muted: MutedPage,
  status: StatusPage,
  data: DataPage,
  about: AboutPage,
} satisfies Record<OptionsPage, () => unknown>;

/** The options: the one page that the address names, and what must be known on any of them. */
export function Options() {
  const page = useOptionsPage();
  const Page = PAGES[page];
  return (
    <Said>
      <HeadStatus />
      {page !== "watchlists" && <SettingsNav current={page} />}
      <ListsRestored />
      <TitleFormsTold />
      <NotificationsBlocked />
      <OptionsPageFrame key={page} page={page}>
        <Page />
      </OptionsPageFrame>
      <OptionsKeys />
    </Said>
  );
}
