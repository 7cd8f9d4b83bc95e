import type { Browser } from "puppeteer-core";

/** Ends the document that does the heavy work at once, where there is one: Chrome keeps it when it stops the worker. */
export async function closeHeavyDocument(browser: Browser): Promise<void> {
  const target = browser.targets().find((target) => target.url().endsWith("/offscreen.html"));
  if (!target) return;
  try {
    const session = await target.createCDPSession();
    const { targetInfo } = await session.send("Target.getTargetInfo");
    const root = await browser.target().createCDPSession();
    await root.send("Target.closeTarget", { targetId: targetInfo.targetId });
    await root.detach();
  } catch (error) {
    // It closes itself when its work is done.
    if (!/No (session|target) with given id|Target closed|Session closed/i.test(String(error))) throw error;
  }
}
