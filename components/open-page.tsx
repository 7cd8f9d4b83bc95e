import { type ComponentChild, render } from "preact";
import { sendMessage } from "../lib/messages.ts";
import { createDatabase } from "../lib/store/database.ts";
import { openDatabase } from "../lib/store/open-database.ts";
import { type MessageKey, translate } from "../lib/translate.ts";
import { Attempts } from "./attempts.tsx";
import { DatabaseProvider } from "./database-context.ts";
import { PageBoundary } from "./page-boundary.tsx";
import { Recovery } from "./recovery/recovery.tsx";

/** Most databases open before anybody could read that they are being opened. */
const SLOW_MS = 500;

/** Opens the database and draws the page on it; draws the recovery screen where it does not open. */
export async function openPage(title: MessageKey, page: ComponentChild): Promise<void> {
  const root = document.getElementById("app") as HTMLElement;
  document.title = translate(title);
  document.documentElement.lang = translate("locale");
  const slow = setTimeout(() => render(<p class="opening">{translate("opening")}</p>, root), SLOW_MS);
  // Should every alarm be lost, opening a page is what makes the checking go on. The page itself needs no answer.
  sendMessage("lookNow").catch((error) => console.warn("PaperScout:", error));
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
    render(<Recovery error={error} />, root);
  } finally {
    clearTimeout(slow);
  }
}
