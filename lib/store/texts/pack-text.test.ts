import { expect, it } from "vitest";
import type { PaperText } from "../../document/document.ts";
import { packText, unpackText } from "./pack-text.ts";

const TEXT: PaperText = {
  form: "html",
  sections: [{ level: 1, title: "Rings", path: [], blocks: [{ kind: "text", text: "A ring 🙂 has no end. ".repeat(500) }] }],
};

it("a text comes back as it was, and is shorter meanwhile", async () => {
  const packed = await packText(TEXT);
  expect(packed.length).toBeLessThan(JSON.stringify(TEXT).length / 10);
  expect(await unpackText(packed)).toEqual(TEXT);
});

it("what is spoilt is no text", async () => {
  const packed = await packText(TEXT);
  expect(await unpackText(packed.slice(0, -20))).toBeUndefined();
  expect(await unpackText(new Uint8Array([1, 2, 3]))).toBeUndefined();
  expect(await unpackText(new Uint8Array())).toBeUndefined();
});
