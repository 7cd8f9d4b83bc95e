import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const PROGRAMS = {
  chrome: ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "microsoft-edge"],
  firefox: ["firefox-esr", "firefox"],
};

const PLACES = {
  chrome: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  ],
  firefox: ["/Applications/Firefox.app/Contents/MacOS/firefox", "C:\\Program Files\\Mozilla Firefox\\firefox.exe"],
};

const OVERRIDE = { chrome: "CHROME_PATH", firefox: "FIREFOX_PATH" };

/**
 * The path of a browser on this machine, undefined where there is none. CHROME_PATH and FIREFOX_PATH come first.
 * @param {"chrome" | "firefox"} name
 * @returns {string | undefined}
 */
export function findBrowser(name) {
  const given = process.env[OVERRIDE[name]];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [...(given ? [given] : []), ...PROGRAMS[name].flatMap((program) => folders.map((folder) => join(folder, program))), ...PLACES[name]];
  return candidates.find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
