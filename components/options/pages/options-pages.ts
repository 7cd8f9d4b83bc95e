import type { MessageKey } from "../../../lib/language/translate.ts";

/** The pages of the options by their names in the address ("#/status"), in their order, with what they are called. */
export const OPTIONS_PAGES = {
  watchlists: "watchlists",
  notifications: "settings_notifications",
  drafts: "settings_drafts",
  muted: "muted_papers",
  status: "work",
  data: "settings_data",
  about: "about",
} as const satisfies Record<string, MessageKey>;

export type OptionsPage = keyof typeof OPTIONS_PAGES;

export const OPTIONS_PAGE_NAMES = Object.keys(OPTIONS_PAGES) as OptionsPage[];

/** Where the parts of the one long page have come to: links to them are kept in notes and histories. */
const FORMER: Record<string, OptionsPage> = {
  settings: "notifications",
  "settings-checking": "status",
  "settings-drafts": "drafts",
  "settings-sweep": "drafts",
  "settings-keyboard": "about",
  work: "status",
};

/** The page that the hash of an address names: "#/status", and "#work" as it once was. What names none leads to the watchlists, and so does a watch that a link brings along ("#/watch/P2300"). */
export function readOptionsPage(hash: string): OptionsPage {
  return namedPage(hash) ?? "watchlists";
}

/** True where the address names a page by itself, so that whoever followed it begins at that page's heading. */
export function namesOptionsPage(hash: string): boolean {
  return namedPage(hash) !== undefined;
}

function namedPage(hash: string): OptionsPage | undefined {
  const name = /^#\/?([a-z-]{1,30})$/.exec(hash)?.[1] ?? "";
  if (Object.hasOwn(OPTIONS_PAGES, name)) return name as OptionsPage;
  return Object.hasOwn(FORMER, name) ? FORMER[name] : undefined;
}
