import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The least that a page of the extension can be: the popup's style sheets and one row, drawn by a script without a library. */
export const BLANK_PAGE = "blank.html";

/** Copies a build to a folder and lays the blank page into the copy. */
export function copyWithBlankPage(build: string, folder: string): void {
  cpSync(build, folder, { recursive: true });
  const styles = [...readFileSync(join(build, "popup.html"), "utf8").matchAll(/<link rel="stylesheet"[^>]*>/g)].map(([link]) => link).join("");
  writeFileSync(
    join(folder, BLANK_PAGE),
    `<!doctype html><html lang="en"><meta charset="utf-8">${styles}<title>Blank</title><main id="app"></main><script type="module" src="/blank.js"></script></html>`,
  );
  writeFileSync(
    join(folder, "blank.js"),
    `const row = document.createElement("p"); row.className = "match"; row.textContent = "P0001R0"; document.getElementById("app").append(row);`,
  );
}
