import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export const USAGE = `npm start -- [options]

Builds PaperScout, opens a browser with it in a profile that is thrown away, and plays its story: the first check, four
watches, a day later the papers that they were for. The web is a double on this machine unless --live is given.

  --browser NAME  chrome or firefox (chrome, else whichever is there)
  --index FILE    the index of the first day, as wg21.link/index.json (test/sample/index.json)
  --next FILE     the index of the next day; without it the newest papers of FILE are held back for that day
  --headless      no window, and an end by itself; so it is too where there is no display
  --shared        another story: a scout publishes from the double what it finds, two browsers subscribe
  --live          the real hosts in place of the double; the next day then comes when it comes
  --help          this text

Screenshots are in .output/start/.`;

/**
 * @typedef {{ browser?: "chrome" | "firefox", index?: string, next?: string, headless: boolean, live: boolean, shared?: boolean }} StartOptions
 */

/**
 * Reads the arguments after the script's name, and looks whether the files can be read; a problem is one line for the person who typed them.
 * @param {string[]} args
 * @returns {{ options: StartOptions } | { help: true } | { problem: string }}
 */
export function readStartOptions(args) {
  const known = /** @type {const} */ ({
    browser: { type: "string" },
    index: { type: "string" },
    next: { type: "string" },
    headless: { type: "boolean", default: false },
    live: { type: "boolean", default: false },
    shared: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  });
  let values;
  try {
    ({ values } = parseArgs({ args, options: known }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: error.message.split("\n", 1)[0] ?? "" };
  }
  const { browser, headless = false, live = false, shared = false, help } = values;
  // npm runs its scripts in the project's folder; a file is meant from where npm was called.
  const here = process.env.INIT_CWD ?? process.cwd();
  const [index, next] = [values.index, values.next].map((file) => (file === undefined ? undefined : resolve(here, file)));
  if (help) return { help: true };
  if (browser !== undefined && browser !== "chrome" && browser !== "firefox") return { problem: `--browser takes chrome or firefox, not "${browser}"` };
  if (shared && (live || index !== undefined || next !== undefined))
    return { problem: "--shared has an index and hosts of its own, so --live, --index and --next have no place beside it" };
  if (live && (index !== undefined || next !== undefined))
    return { problem: "--live takes the index from wg21.link, so --index and --next have no place beside it" };
  if (next !== undefined && index === undefined) return { problem: "--next needs --index, the index of the day before" };
  const problem = fileProblem("--index", index) ?? fileProblem("--next", next);
  if (problem !== undefined) return { problem };
  return {
    options: {
      headless,
      live,
      ...(shared && { shared }),
      ...(browser && { browser }),
      ...(index !== undefined && { index }),
      ...(next !== undefined && { next }),
    },
  };
}

/**
 * @param {string} option
 * @param {string | undefined} file
 */
function fileProblem(option, file) {
  if (file === undefined) return undefined;
  try {
    const index = JSON.parse(readFileSync(file, "utf8"));
    if (typeof index === "object" && index !== null && !Array.isArray(index)) return undefined;
    return `${option}: ${file} is no index, which is one JSON object`;
  } catch (error) {
    return `${option}: ${file} cannot be read: ${error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error)}`;
  }
}
