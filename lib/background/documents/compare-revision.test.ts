import "fake-indexeddb/auto";
import { expect, it, vi } from "vitest";
import { at, html, NOON, PAPERS, documentWorld as world } from "../../../test/engine/document-world.ts";
import type { PaperText } from "../../document/document.ts";
import { wantDocument } from "./want-document.ts";

const packing = vi.hoisted(() => ({ waiting: [] as (() => void)[], together: 1 }));

// Each text that is read waits here for the others: all have been read before the first is kept.
vi.mock("../../store/texts/pack-text.ts", () => ({
  async packText(text: PaperText) {
    await new Promise<void>((resolve) => {
      packing.waiting.push(resolve);
      if (packing.waiting.length >= packing.together) for (const goOn of packing.waiting.splice(0)) goOn();
    });
    return new TextEncoder().encode(JSON.stringify(text));
  },
  unpackText: async (packed: Uint8Array) => JSON.parse(new TextDecoder().decode(packed)),
}));

it("what a draft differs in is known where it and the paper before it are read at the same moment, from two hosts", async () => {
  const link = "https://isocpp.org/files/papers/D9001R1.html";
  const { db, work, drain, clock } = await world(
    { [`${PAPERS}/p9001r0.html`]: html("A ring."), [link]: html("A round ring.") },
    { P9001R0: at("p9001r0.html") },
  );
  await db.drafts.put({ id: "D9001R1", prefix: "D", number: 9001, revision: 1, files: [{ extension: ".html", link, foundAt: NOON }], foundAt: NOON });
  packing.together = 2;
  for (const id of ["P9001R0", "D9001R1"]) await wantDocument(db, (request) => work.engine.enqueue(request), id, clock.now());
  await drain();
  expect(await db.texts.get("D9001R1")).toMatchObject({ since: { id: "P9001R0", summary: { changed: 1, wordsAdded: 1 } } });
});
