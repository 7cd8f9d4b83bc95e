import { describe, expect, it } from "vitest";
import { comparedAtFirst, comparedDocuments } from "./compared-documents.ts";
import { documentOfDraft } from "./document.ts";
import { sampleDocument, sampleDraft } from "./sample-document.ts";

const documents = [sampleDocument("P2300R8"), sampleDocument("P2300R9"), documentOfDraft(sampleDraft(2300, 10)), documentOfDraft(sampleDraft(2300, 11))];
const ids = (compared: ReturnType<typeof comparedAtFirst>) => compared && [compared.before.paper.id, compared.after.paper.id];

describe("two documents that are compared", () => {
  it.each([
    ["P2300R8", "D2300R11", ["P2300R8", "D2300R11"]],
    ["D2300R11", "P2300R8", ["P2300R8", "D2300R11"]],
    ["P2300R9", "P2300R9", undefined],
    ["P2300R9", "P2300R1", undefined],
  ])("%s and %s: %j", (one, other, expected) => expect(ids(comparedDocuments(documents, one, other))).toEqual(expected));

  it("are at first the newest and the published one before it", () => {
    expect(ids(comparedAtFirst(documents))).toEqual(["P2300R9", "D2300R11"]);
    expect(ids(comparedAtFirst(documents.slice(0, 2)))).toEqual(["P2300R8", "P2300R9"]);
    expect(ids(comparedAtFirst(documents.slice(2)))).toEqual(["D2300R10", "D2300R11"]);
    expect(ids(comparedAtFirst(documents.slice(0, 1)))).toBeUndefined();
  });
});
