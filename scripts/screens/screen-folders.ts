import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../running/run-logged.mjs";
import { keptNames } from "./kept-names.ts";
import { type Picture, readPicture } from "./picture.ts";
import { readSurroundings, type Surroundings } from "./surroundings.ts";

// Names as a person would type them; paths are made of them and ROOT.
const TAKEN = ".output/screens";
export const CHANGED = `${TAKEN}/changed`;
export const KEPT = "test/screens";
export const RECORD = "kept.json";

/** The tests of a language leave its record once they have taken all of its pictures. */
const TAKEN_RECORDS = ["taken-en.json", "taken-de.json"];
const BUILD = ".output/chrome-mv3/manifest.json";
const TAKE = "npm run browser -- screens takes them, after npm run build";

export interface Screens {
  /** File names, of those that are worth keeping. */
  names: string[];
  surroundings: Surroundings;
}

/** The pictures that tests took, or why they are not to be judged by. */
export function takenScreens(): Screens | { problem: string } {
  const records = TAKEN_RECORDS.map((name) => join(ROOT, TAKEN, name));
  if (!records.every(existsSync)) return { problem: `The pictures in ${TAKEN} are not all there: ${TAKE}.` };
  const build = join(ROOT, BUILD);
  if (existsSync(build) && records.some((record) => statSync(record).mtimeMs < statSync(build).mtimeMs))
    return { problem: `The pictures in ${TAKEN} are older than the build: ${TAKE}.` };
  const [english, german] = records.map((record) => readFileSync(record, "utf8"));
  const surroundings = english === german && english !== undefined && readSurroundings(english);
  return surroundings ? { names: namesIn(TAKEN), surroundings } : { problem: `The pictures in ${TAKEN} are not of one run: ${TAKE}.` };
}

/** Throws where the file is damaged. */
export function takenPicture(name: string): Picture {
  const picture = readPicture(readFileSync(join(ROOT, TAKEN, name)));
  if (!picture) throw new Error(`${TAKEN}/${name} is no whole PNG: ${TAKE}.`);
  return picture;
}

/** The pictures that are kept; none, and no surroundings, where nothing was ever kept. */
export function keptScreens(): { names: string[]; surroundings: Surroundings | undefined } | { problem: string } {
  const record = join(ROOT, KEPT, RECORD);
  if (!existsSync(record)) return { names: namesIn(KEPT), surroundings: undefined };
  const surroundings = readSurroundings(readFileSync(record, "utf8"));
  return surroundings ? { names: namesIn(KEPT), surroundings } : { problem: `${KEPT}/${RECORD} cannot be read. git restore ${KEPT} brings the last one back.` };
}

function namesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  return existsSync(path) ? keptNames(readdirSync(path)) : [];
}
