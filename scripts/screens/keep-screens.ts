import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../running/run-logged.mjs";
import { judgeOnDisk } from "./judge-on-disk.ts";
import type { Verdict } from "./judge-screens.ts";
import { writePicture } from "./picture.ts";
import { KEPT, keptScreens, RECORD, takenPicture, takenScreens } from "./screen-folders.ts";

/** What is said of what was taken over, by what was wrong before. */
const TOLD = { changed: "changed", damaged: "changed", missing: "gone   ", new: "new    " };

/** Keeps the pictures that tests took, to compare with from then on: says what became another, or why nothing was kept. What is the same stays to the byte. */
export function keepScreens(): { lines: string[] } | { problem: string } {
  const taken = takenScreens();
  if ("problem" in taken) return taken;
  const kept = keptScreens();
  const verdicts = judgeOnDisk("problem" in kept ? [] : kept.names, taken.names);
  mkdirSync(join(ROOT, KEPT), { recursive: true });
  const lines = verdicts.flatMap((judged) => {
    if (judged.verdict === "same") return [];
    takeOver(judged);
    return [`${TOLD[judged.verdict]}  ${judged.name}`];
  });
  writeFileSync(join(ROOT, KEPT, RECORD), `${JSON.stringify(taken.surroundings, null, 2)}\n`);
  return { lines: [...lines, `${verdicts.length - lines.length} of ${verdicts.length} pictures stay as they were.`] };
}

function takeOver({ name, verdict }: Verdict): void {
  const file = join(ROOT, KEPT, name);
  if (verdict === "missing") rmSync(file);
  else writeFileSync(file, writePicture(takenPicture(name)));
}
