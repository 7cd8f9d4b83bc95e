import { writeFile } from "node:fs/promises";
import type { Page } from "puppeteer-core";
import sharp from "sharp";

const QUALITY = 80;
interface Frame {
  png: Uint8Array;
  ms: number;
}

/** A moving picture of a page: frames are taken when asked for, so that it is the same however busy the machine is. */
export class Film {
  #frames: Frame[] = [];
  #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Takes the page as it stands, to be shown this long. */
  async show(ms: number): Promise<void> {
    await this.#page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== "running"));
    this.#frames.push({ png: await this.#page.screenshot(), ms });
  }

  /** Types letter by letter into what has the focus. */
  async type(text: string, ms: number): Promise<void> {
    for (const letter of text) {
      await this.#page.keyboard.type(letter);
      await this.show(ms);
    }
  }

  /** Writes all frames as one animated WebP that begins anew for ever; gives its size in bytes. */
  async save(path: string): Promise<number> {
    const webp = await sharp(
      this.#frames.map(({ png }) => Buffer.from(png)),
      { join: { animated: true } },
    )
      .webp({ quality: QUALITY, effort: 6, delay: this.#frames.map(({ ms }) => ms), loop: 0 })
      .toBuffer();
    await writeFile(path, webp);
    return webp.length;
  }
}
