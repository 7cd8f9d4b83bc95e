import { completeSettings, type Settings } from "../../../lib/terms/settings.ts";
import type { Web } from "../../web/web.ts";
import type { Extension } from "../browsers/extension.ts";
import { until } from "../driving/until.ts";
import { putRow, readTable } from "./browser-state.ts";

/** For tests of the index alone, which would otherwise have to wait for requests to the other hosts, and for the rest between notifications. */
export const INDEX_ONLY: Partial<Settings> = { drafts: false, openStd: false, readRevisions: false, minutesBetweenNotifications: 0 };

/** Starts what `launch` starts with these settings, as if the person had chosen them before the first check: until they are there the index is held back, which is what asking for drafts waits for. */
export async function launchWith(web: Web, settings: Partial<Settings>, launch: () => Promise<Extension>): Promise<Extension> {
  const release = web.hold("wg21.link");
  const extension = await launch();
  const page = await extension.openPage("options.html");
  await until(
    "a database",
    () => readTable(page, "lanes").catch(() => []),
    (lanes) => lanes.length > 0,
  );
  const all = completeSettings([]);
  for (const [name, value] of Object.entries(settings)) if (name in all) await putRow(page, "settings", { name, value } as never);
  release();
  await page.close();
  return extension;
}
