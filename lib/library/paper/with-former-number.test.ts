import { expect, it } from "vitest";
import { comparedAtFirst } from "./compared-documents.ts";
import { documentOfDraft, documentOfIndex, type LibraryDocument } from "./document.ts";
import { sampleDocument, sampleDraft } from "./sample-document.ts";
import { withFormerNumber } from "./with-former-number.ts";

const P0443 = { documents: [sampleDocument("P0443R13"), sampleDocument("P0443R14")] };
const all = new Map([["P0443", P0443]]);
const idsOf = (documents: LibraryDocument[]) => documents.map(({ paper }) => paper.id);

/** A document of which the listing says what it was before. */
function listed(id: string, previous: string): LibraryDocument {
  return documentOfIndex(sampleDocument(id).paper, { id, title: "", authors: [], audience: [], previous });
}

it.each<[what: string, documents: LibraryDocument[], ids: string[]]>([
  ["under another number", [listed("P2300R0", "P0443R14")], ["P0443R14", "P2300R0"]],
  ["also where a draft came first", [documentOfDraft(sampleDraft(2300, 0)), listed("P2300R0", "P0443R14")], ["P0443R14", "D2300R0", "P2300R0"]],
  ["not where nobody says so", [sampleDocument("P2300R0")], ["P2300R0"]],
  ["not where that is not known", [listed("P2300R0", "P0001R0")], ["P2300R0"]],
  ["not where a later revision took up another paper", [sampleDocument("P2300R0"), listed("P2300R1", "P0443R14")], ["P2300R0", "P2300R1"]],
  ["not where it had the same number", [listed("P0443R14", "P0443R13")], ["P0443R14"]],
])("a paper is compared with what it was %s", (_, documents, ids) => expect(idsOf(withFormerNumber(documents, all))).toEqual(ids));

it("a first revision is compared with it at first", () => {
  const compared = comparedAtFirst(withFormerNumber([listed("P2300R0", "P0443R14")], all));
  expect(compared && idsOf([compared.before, compared.after])).toEqual(["P0443R14", "P2300R0"]);
});
