import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { at, html, PAPERS, documentWorld as world } from "../../../test/engine/document-world.ts";
import { comparisonOf } from "./compare-revision.ts";

it.each(["P9001R0", "P9001R1"])("what a text differs in is known where both are there and whoever kept %s asks last", async (last) => {
  const answers = { [`${PAPERS}/p9001r0.html`]: html("A ring."), [`${PAPERS}/p9001r1.html`]: html("A round ring.") };
  const { db, work, drain, want } = await world(answers, { P9001R0: at("p9001r0.html"), P9001R1: at("p9001r1.html") });
  for (const id of ["P9001R0", "P9001R1"]) await want(id);
  const { since: _, ...row } = (await db.texts.get("P9001R1")) ?? { id: "", url: "", bytes: 0, readAt: 0, usedAt: 0 };
  await db.texts.put(row);
  await work.engine.enqueue(comparisonOf(last));
  await drain();
  expect(await db.texts.get("P9001R1")).toMatchObject({ since: { id: "P9001R0", summary: { changed: 1, wordsAdded: 1 } } });
});
