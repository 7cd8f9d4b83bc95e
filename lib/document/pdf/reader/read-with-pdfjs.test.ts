import { expect, it, vi } from "vitest";
import { show, tinyPdf } from "../../../../test/tiny-pdf.ts";
import { readWithPdfjs } from "./read-with-pdfjs.ts";

vi.spyOn(console, "warn").mockImplementation(() => {});

it("gives words with their places, and the title of the properties", async () => {
  const file = tinyPdf({ pages: [show(72, 700, 20, "Large") + show(80, 650, 10, "small")], title: "Sizes" });
  expect(await readWithPdfjs(file)).toEqual({
    ok: true,
    title: "Sizes",
    pages: [
      [
        { text: "Large", x: 72, y: 700, size: 20, width: expect.closeTo(51.14, 1) },
        { text: "small", x: 80, y: 650, size: 10, width: expect.closeTo(23.33, 1) },
      ],
    ],
  });
});

it("says so where pdf.js cannot be loaded", async () => {
  vi.resetModules();
  vi.doMock("pdfjs-dist", () => {
    throw new ReferenceError("Iterator is not defined");
  });
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  const { readWithPdfjs } = await import("./read-with-pdfjs.ts");
  expect(await readWithPdfjs(tinyPdf({ pages: [""] }))).toEqual({ ok: false, problem: "no-reader" });
  expect(told).toHaveBeenCalledOnce();
});
