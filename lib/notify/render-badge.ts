import { browser } from "wxt/browser";
import { translate } from "../language/translate.ts";
import type { Database } from "../store/database/database.ts";
import { readCheck } from "../store/health/check-state.ts";
import { noteFirstScreen } from "../store/matches/first-screen.ts";
import { countUnread } from "../store/matches/matches.ts";
import { isFailure } from "../terms/check-outcome.ts";

const UNREAD_COLOUR = "#1d4ed8";
const PROBLEM_COLOUR = "#b45309";
/** Fewer failures in a row are a train in a tunnel. */
const WORTH_A_WORD = 3;

/** What the button shows; kept as text for this run of the browser, in which it goes on showing it. */
interface Badge {
  text: string;
  color: string;
  title: string;
}

const KEY = "badge";

/** Draws badge and title of the toolbar button from the database; the title says in words what the badge says in signs. What the popup shows first is noted with it, and says the same. */
export async function renderBadge(db: Database): Promise<void> {
  const [badge] = await Promise.all([readBadge(db), noteFirstScreen(db)]);
  await draw(badge);
}

/** The same where it shows something else than it should: for who looks in without having changed anything. */
export async function lookAtBadge(db: Database): Promise<void> {
  const [badge, drawn] = await Promise.all([readBadge(db), browser.storage.session.get(KEY)]);
  if (JSON.stringify(badge) !== drawn[KEY]) await renderBadge(db);
}

async function readBadge(db: Database): Promise<Badge> {
  const [unread, { outcome, attempts }] = await Promise.all([countUnread(db), readCheck(db)]);
  const failing = outcome !== undefined && isFailure(outcome) && attempts >= WORTH_A_WORD;
  const title = [unread > 0 ? translate("badge_title_unread", unread) : translate("badge_title"), ...(failing ? [translate("badge_title_failing")] : [])];
  const text = unread > 99 ? "99+" : unread > 0 ? String(unread) : failing ? "!" : "";
  return { text, color: unread > 0 ? UNREAD_COLOUR : PROBLEM_COLOUR, title: title.join("\n") };
}

/** What the button shows while the database cannot be opened, takes nothing more for want of room, or refuses what is written. */
export function renderBrokenBadge(why: "closed" | "full" | "refused"): Promise<void> {
  const title = { closed: "badge_title_no_database", full: "badge_title_no_room", refused: "badge_title_refused" } as const;
  return draw({ text: "!", color: PROBLEM_COLOUR, title: translate(title[why]) });
}

async function draw(badge: Badge): Promise<void> {
  const { text, color, title } = badge;
  await Promise.all([browser.action.setBadgeText({ text }), browser.action.setBadgeBackgroundColor({ color }), browser.action.setTitle({ title })]);
  await browser.storage.session.set({ [KEY]: JSON.stringify(badge) });
}
