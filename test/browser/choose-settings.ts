import { completeSettings, type Settings } from "../../lib/settings.ts";
import type { Web } from "../web/web.ts";
import { putRow, readTable } from "./browser-state.ts";
import type { Extension } from "./extension.ts";
import { until } from "./until.ts";

/** For tests of the index alone, which would otherwise have to wait for requests to the other hosts, and for the rest between notifications. */
export const INDEX_ONLY: Partial<Settings> = { drafts: false, openStd: false, minutesBetweenNotifications: 0 };

/** Long enough for the settings to be there before the first index is, which is what asking for drafts waits for. */
const HOLD_MS = 4_000;

/** Starts what `launch` starts with these settings, as if the person had chosen them before the first check. */
export async function launchWith(web: Web, settings: Partial<Settings>, launch: () => Promise<Extension>): Promise<Extension> {
  web.setLatency("wg21.link", HOLD_MS);
  const extension = await launch();
  const page = await extension.openPage("options.html");
  await until(
    "a database",
    () => readTable(page, "lanes").catch(() => []),
    (lanes) => lanes.length > 0,
  );
  const all = completeSettings([]);
  for (const [name, value] of Object.entries(settings)) if (name in all) await putRow(page, "settings", { name, value } as never);
  web.setLatency("wg21.link", 0);
  await page.close();
  return extension;
}
