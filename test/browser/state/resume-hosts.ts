import type { Extension } from "../browsers/extension.ts";
import { putRow, readTable } from "./browser-state.ts";

/** Has no host paused any more, whatever a test has left behind. */
export async function resumeHosts(extension: Extension): Promise<void> {
  const page = await extension.openPage("options.html#/about");
  for (const lane of await readTable(page, "lanes")) if (lane.paused) await putRow(page, "lanes", { ...lane, paused: false });
  await page.close();
}
