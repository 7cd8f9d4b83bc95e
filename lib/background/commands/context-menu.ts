import { browser } from "wxt/browser";
import { translate } from "../../language/translate.ts";
import { renderBadge } from "../../notify/render-badge.ts";
import { showNotification } from "../../notify/show-notification.ts";
import { afterQuietHours } from "../../notify/when-to-tell.ts";
import { firstSeriesIn } from "../../papers/first-series-in.ts";
import type { Database } from "../../store/database/database.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { addWatch, ensureFirstList } from "../../store/lists/watchlists.ts";
import { linkToWatch } from "../../watch/syntax/linked-watch.ts";
import type { Watch } from "../../watch/watch.ts";
import type { Change } from "./changing.ts";

const SELECTION = "watch-selection";
const LINK = "watch-link";
const FLASH_MS = 4_000;
/** Where papers are; elsewhere the entry would stand in the menu of every link. */
const PAPER_LINKS = ["*://wg21.link/*", "*://isocpp.org/files/*", "*://www.isocpp.org/files/*", "*://open-std.org/*", "*://www.open-std.org/*"];

const ENTRIES = [
  { id: SELECTION, key: "menu_watch_selection", contexts: ["selection"] },
  { id: LINK, key: "menu_watch_link", contexts: ["link"], targetUrlPatterns: PAPER_LINKS },
] as const;

/** What the browser tells of a click. */
interface Clicked {
  menuItemId: string | number;
  selectionText?: string | undefined;
  linkUrl?: string | undefined;
}

/**
 * Offers to watch the paper that is selected, or that a link leads to, in the menu of every page. Called once,
 * synchronously, when the background starts: the browser wakes it for a click.
 */
export function answerContextMenu(database: () => Promise<Database>, change: Change, onFault: (error: unknown) => void): void {
  browser.contextMenus.onClicked.addListener((info) => {
    watchClicked(info, database, change).catch(onFault);
  });
  for (const entry of ENTRIES) ensureEntry(entry);
}

/** Browsers keep the menu while the background rests and refuse an entry that is there: that one is given the words of today's language. */
function ensureEntry({ id, key, contexts, ...where }: (typeof ENTRIES)[number]): void {
  const title = translate(key);
  const targetUrlPatterns = "targetUrlPatterns" in where ? [...where.targetUrlPatterns] : undefined;
  browser.contextMenus.create({ id, title, contexts: [...contexts], ...(targetUrlPatterns && { targetUrlPatterns }) }, () => {
    if (browser.runtime.lastError) browser.contextMenus.update(id, { title }).catch((error) => console.warn("PaperScout:", error));
  });
}

async function watchClicked({ menuItemId, selectionText, linkUrl }: Clicked, database: () => Promise<Database>, change: Change): Promise<void> {
  if (menuItemId !== SELECTION && menuItemId !== LINK) return;
  const text = (menuItemId === LINK ? decoded(linkUrl ?? "") : (selectionText ?? "")).trim();
  const series = firstSeriesIn(text);
  if (series === undefined) {
    await browser.tabs.create({ url: browser.runtime.getURL(`/options.html${linkToWatch(text)}`) });
    return;
  }
  await tell(series, await addOnce({ kind: "paper", text: series }, change), database);
}

/** Adds the watch to the first list unless some list has it; gives the words for what was done. */
function addOnce(watch: Watch, change: Change): Promise<string> {
  return change(async (db) => {
    const known = await db.watches.filter(({ kind, text }) => kind === watch.kind && text === watch.text).first();
    const list = known?.list ?? (await ensureFirstList(db, translate("first_list_name")));
    if (!known) await addWatch(db, list, watch, Date.now());
    const name = (await db.watchlists.get(list))?.name ?? "";
    return translate(known ? "watch_already_there" : "watch_added", [watch.text, name]);
  });
}

/** By a notification; where none is wanted, at this hour or ever, or to be had, on the toolbar button for a moment. */
async function tell(series: string, message: string, database: () => Promise<Database>): Promise<void> {
  const settings = await readSettings(await database());
  const now = Date.now();
  if (settings.notifications && afterQuietHours(now, settings) === now) {
    const words = { title: translate("extensionName"), message, silent: settings.silentNotifications };
    const showing = await showNotification(`watching:${series}`, words).catch(() => "blocked");
    if (showing !== "blocked") return;
  }
  await Promise.all([browser.action.setBadgeText({ text: "+" }), browser.action.setTitle({ title: message })]);
  setTimeout(async () => renderBadge(await database()), FLASH_MS);
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
