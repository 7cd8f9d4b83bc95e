import { parseArgs } from "node:util";

export const USAGE = `npm run dev -- [options]

Opens a browser with PaperScout, in a profile that is thrown away, and reloads it as you change the code. The web is a
double on this machine, whose index and drafts are files that you can change, unless --live is given. Ctrl-C ends it all.

  --browser NAME  chrome or firefox (chrome; npm run dev:firefox is the same as firefox)
  --headless      no window; so it is too where there is no display
  --live          the real hosts in place of the double
  --port N        of the server that the extension loads its code from (3000, or the next that is free)
  --help          this text`;

/** @typedef {{ browser: "chrome" | "firefox", headless: boolean, live: boolean, port?: number }} DevOptions */

/**
 * Reads the arguments after the script's name; a problem is one line for the person who typed them.
 * @param {string[]} args
 * @returns {{ options: DevOptions } | { help: true } | { problem: string }}
 */
export function readDevOptions(args) {
  const known = /** @type {const} */ ({
    browser: { type: "string", default: "chrome" },
    headless: { type: "boolean", default: false },
    live: { type: "boolean", default: false },
    port: { type: "string" },
    help: { type: "boolean", default: false },
  });
  let values;
  try {
    ({ values } = parseArgs({ args, options: known }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: error.message.split("\n", 1)[0] ?? "" };
  }
  const { browser, headless, live, port, help } = values;
  if (help) return { help: true };
  if (browser !== "chrome" && browser !== "firefox") return { problem: `--browser takes chrome or firefox, not "${browser}"` };
  if (port === undefined) return { options: { browser, headless, live } };
  if (!/^\d+$/.test(port) || Number(port) < 1 || Number(port) > 65_535) return { problem: `--port takes a number from 1 to 65535, not "${port}"` };
  return { options: { browser, headless, live, port: Number(port) } };
}
