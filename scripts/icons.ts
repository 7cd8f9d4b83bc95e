import { readFile, writeFile } from "node:fs/promises";
import { launch } from "puppeteer-core";
import { findBrowser } from "./setup/find-browser.mjs";

/** Draws public/icon/icon.svg at every size that the manifest names. */
const SIZES = [16, 32, 48, 96, 128];
const FOLDER = new URL("../public/icon/", import.meta.url);

const executablePath = findBrowser("chrome");
if (!executablePath) throw new Error("No Chromium or Chrome was found; CHROME_PATH can name one.");
const svg = await readFile(new URL("icon.svg", FOLDER), "utf8");
const browser = await launch({ executablePath, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  for (const size of SIZES) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: ${size}px }</style>${svg}`);
    await writeFile(new URL(`${size}.png`, FOLDER), await page.screenshot({ omitBackground: true }));
  }
} finally {
  await browser.close();
}
