import { expect, it } from "vitest";
import { show, tinyPdf } from "../../../test/tiny-pdf.ts";
import { readPdfApart } from "./read-pdf-apart.ts";

const FILE = tinyPdf({ pages: [show(72, 700, 20, "Rings")] });

it("reads one file after the other, and two at once, whatever became of the one before", async () => {
  const read = async (bytes: Uint8Array) => {
    const text = await readPdfApart(bytes);
    return text.ok ? text.pages[0]?.map(({ text }) => text) : text.problem;
  };
  expect(await read(FILE)).toEqual(["Rings"]);
  expect(await read(FILE.slice(0, -300))).toBe("broken");
  expect(await Promise.all([read(FILE), read(FILE)])).toEqual([["Rings"], ["Rings"]]);
  expect(FILE.length).toBeGreaterThan(0);
});
