import { browser } from "wxt/browser";

const KEY = "started";

/** Gives true once after each start of the browser or of the extension, which both begin with an empty session. */
export function coldStart(): () => Promise<boolean> {
  let isKnown = false;
  return async () => {
    if (isKnown) return false;
    isKnown = true;
    if ((await browser.storage.session.get(KEY))[KEY]) return false;
    await browser.storage.session.set({ [KEY]: true });
    return true;
  };
}
