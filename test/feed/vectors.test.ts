import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeVectors } from "./make-vectors.ts";
import { readFeed, readFeedHead } from "./second-reader.mjs";

const vectors = JSON.parse(readFileSync(resolve(import.meta.dirname, "../../docs/feed-vectors.json"), "utf8"));
type Files = Record<string, string>;

it("the vectors beside the format's description are what is read and written here", async () => {
  expect(JSON.parse(JSON.stringify(await makeVectors()))).toEqual(vectors);
});

describe("a reader that was written from the description alone", () => {
  const served =
    (files: Files): typeof fetch =>
    async (url) => {
      const text = files[String(url).replace("https://scout.example/paperscout/", "")];
      return new Response(text ?? "not found", { status: text === undefined ? 404 : 200 });
    };
  const keys = vectors.address
    .split("#")[1]
    .split("&")
    .map((part: string) => part.slice("ed25519=".length));

  it.each<{ what: string; content: string; latest?: string; now: number; outcome: string }>(vectors.heads)("finds the head right: $what", async (head) => {
    expect(await readFeedHead(new TextEncoder().encode(head.content), keys, head.latest, head.now)).toMatchObject({ outcome: head.outcome });
  });

  it("reads the whole feed", async () => {
    const { drafts, statuses, odd } = await readFeed(vectors.address, vectors.heads[0].now, served(vectors.files));
    expect([...drafts.keys()].sort()).toEqual(["D4123R1", "D4200R0", "P2300R7"]);
    expect(drafts.get("D4123R1")).toEqual(vectors.late.drafts[0]);
    expect([[...statuses.keys()], odd]).toEqual([["P2300"], 1]);
  });

  it("reads the small part where it has read before", async () => {
    const now = vectors.heads[0].now;
    const { drafts } = await readFeed(vectors.address, now, served(vectors.files), now - 3_600_000);
    expect([...drafts.values()]).toEqual(vectors.late.drafts);
  });

  it.each([
    ["is missing", undefined],
    ["is another", '{"format":1,"drafts":[],"statuses":[]}'],
    ["is half", (text: string) => text.slice(0, 50)],
  ])("refuses a feed whose part %s", async (_, change) => {
    const name = Object.keys(vectors.files).find((one) => vectors.files[one].includes("P2300R7")) ?? "";
    const { [name]: text = "", ...rest } = vectors.files as Files;
    const files = change === undefined ? rest : { ...rest, [name]: typeof change === "string" ? change : change(text) };
    await expect(readFeed(vectors.address, vectors.heads[0].now, served(files))).rejects.toThrow(name);
  });

  it("merges facts alike", async () => {
    const { merge } = await import("./second-reader.mjs");
    for (const { facts, merged } of vectors.merges) for (const [a, b] of [facts, facts.toReversed()]) expect(merge(a, b)).toEqual(merged);
  });
});
