import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../running/run-logged.mjs";
import { comparePictures } from "./compare-pictures.ts";
import { judgeScreens, type Verdict } from "./judge-screens.ts";
import { readPicture } from "./picture.ts";
import { CHANGED, KEPT, takenPicture } from "./screen-folders.ts";

/** Judges the pictures of these names in the two folders. What changed has an image of the difference from then on, and nothing else has. */
export function judgeOnDisk(kept: string[], taken: string[]): Verdict[] {
  rmSync(join(ROOT, CHANGED), { recursive: true, force: true });
  return judgeScreens(kept, taken, compare);
}

function compare(name: string): Verdict {
  const kept = readPicture(readFileSync(join(ROOT, KEPT, name)));
  if (!kept) return { name, verdict: "damaged" };
  const difference = comparePictures(kept, takenPicture(name));
  if (!difference) return { name, verdict: "same" };
  const image = `${CHANGED}/${name}`;
  mkdirSync(join(ROOT, CHANGED), { recursive: true });
  writeFileSync(join(ROOT, image), difference.image);
  return { name, verdict: "changed", share: difference.share, pixels: difference.pixels, image };
}
