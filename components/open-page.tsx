import { type ComponentChild, render } from "preact";
import { type MessageKey, translate } from "../lib/language/translate.ts";
import { sendMessage } from "../lib/messages.ts";
import { createDatabase } from "../lib/store/database/database.ts";
import { openDatabase } from "../lib/store/database/open-database.ts";
import { Attempts } from "./attempts.tsx";
import { DatabaseProvider } from "./database-context.ts";
import { PageBoundary } from "./page-boundary.tsx";
import { LateRecovery } from "./recovery/late-recovery.ts";
import { textDirection } from "./text/text-direction.ts";

/** Most databases open before anybody could read that they are being opened. */
const SLOW_MS = 500;

/** Opens the database and draws the page on it; draws the recovery screen where it does not open. Where something stands already that says more than that one has to wait, it stays until then. */
export async function openPage(title: MessageKey, page: ComponentChild, isDrawn = false): Promise<void> {
  const root = document.getElementById("app") as HTMLElement;
  document.title = translate(title);
  // Of the texts, not of the browser: one that speaks Arabic shows English where there is no Arabic.
  document.documentElement.lang = translate("locale");
  document.documentElement.dir = textDirection(translate("locale"));
  const slow = setTimeout(() => isDrawn || render(<p class="opening">{translate("opening")}</p>, root), SLOW_MS);
  try {
    const db = await openDatabase(createDatabase());
    render(
      <DatabaseProvider value={db}>
        <PageBoundary>
          <Attempts>{page}</Attempts>
        </PageBoundary>
      </DatabaseProvider>,
      root,
    );
  } catch (error) {
    render(<LateRecovery error={error} />, root);
  } finally {
    clearTimeout(slow);
    // Should every alarm be lost, opening a page is what makes the checking go on. The page needs no answer, and comes first.
    sendMessage("lookNow").catch((error) => console.warn("PaperScout:", error));
  }
}
