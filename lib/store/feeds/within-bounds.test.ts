import { expect, it } from "vitest";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { draftOf } from "../../feed/draft-fact.ts";
import type { DraftFact } from "../../feed/fact.ts";
import type { Draft } from "../../papers/draft.ts";
import { withinBounds } from "./within-bounds.ts";

const FEED = "https://scout.example/";
const fact = (id: string): DraftFact => ({ id, found: { at: 1 }, files: [{ at: 1, extension: ".pdf" }] });
const claimed = (id: string, claimedBy: string): Draft => ({ ...(draftOf(fact(id)) as Draft), claimedBy });
const taken = async (ids: string[], bounds: object, known: Draft[] = []) => {
  const db = await freshDatabase();
  await db.drafts.bulkPut(known);
  const { facts, excess } = await withinBounds(ids.map(fact), { folder: FEED, frontier: 4000, ...bounds }, db);
  return { ids: facts.map(({ id }) => id), excess };
};

it("what a feed says of a number that nobody will be given for years is left out", async () => {
  const ids = ["D4001R0", "D9000R0", "D9001R0", "D123456R0"];
  expect(await taken(ids, {})).toEqual({ ids: ids.slice(0, 2), excess: 2 });
});

it("nothing is left out by its number where no index was read yet", async () => {
  expect(await taken(["D9001R0"], { frontier: 0 })).toEqual({ ids: ["D9001R0"], excess: 0 });
});

it("a feed claims no more new drafts than one may; what is known goes on being told of, and another feed has room of its own", async () => {
  const known = [claimed("D4001R0", FEED), claimed("D4002R0", FEED), claimed("D4003R0", "https://other.example/")];
  const ids = ["D4004R0", "D4001R0", "D4005R0", "D4003R0", "D4006R0"];
  expect(await taken(ids, { mostClaims: 3 }, known)).toEqual({ ids: ["D4004R0", "D4001R0", "D4003R0"], excess: 2 });
});
