import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/any-text.ts";
import { samplePaper } from "../../watch/sample-paper.ts";
import { documentOfDraft, documentOfIndex, documentOfListing } from "./document.ts";
import { paperLinks } from "./paper-links.ts";
import { sampleDocument, sampleDraft } from "./sample-document.ts";

const LONG = "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2024/p2300r10.html";
const FILE = "https://isocpp.org/files/papers/D2300R11.html";
const textOf = (document: Parameters<typeof paperLinks>[0]) => paperLinks(document).map(({ kind, href }) => `${kind} ${href}`);

describe("the ways to a document", () => {
  it("of the index: the file, the short link, the latest", () => {
    const document = sampleDocument("P2300R10", { link: "https://wg21.link/p2300r10", longLink: LONG });
    expect(textOf(document)).toEqual([`document ${LONG}`, "short https://wg21.link/p2300r10", "latest https://wg21.link/p2300"]);
    expect(paperLinks(document)[0]?.host).toBe("www.open-std.org");
  });

  it("of the index without a file of its own: those that others know", () => {
    const listed = { id: "P2300R11", title: "", authors: [], audience: [], link: "https://www.open-std.org/x/p2300r11.pdf" };
    const document = documentOfIndex(samplePaper("P2300R11"), undefined, sampleDraft(2300, 11, { prefix: "P" }));
    expect(textOf({ ...document, listed })).toEqual([
      "short https://wg21.link/p2300r11",
      "latest https://wg21.link/p2300",
      "document https://isocpp.org/files/papers/P2300R11.html",
      "document https://www.open-std.org/x/p2300r11.pdf",
    ]);
  });

  it("that only the listing has: there, and not at wg21.link", () => {
    const link = "https://www.open-std.org/x/p2300r11.pdf";
    expect(textOf(documentOfListing({ id: "P2300R11", title: "", authors: [], audience: [], link }))).toEqual([`document ${link}`]);
  });

  it("that wg21.link does not know yet: at isocpp.org, then at open-std.org", () => {
    const link = "https://www.open-std.org/x/p2300r11.pdf";
    const listed = { id: "P2300R11", title: "", authors: [], audience: [], link };
    const draft = sampleDraft(2300, 11, { prefix: "P" });
    const file = "https://isocpp.org/files/papers/P2300R11.html";
    expect(textOf(documentOfListing(listed, draft))).toEqual([`document ${file}`, `document ${link}`]);
    const gone = { ...draft, files: draft.files.map((file) => ({ ...file, gone: true as const })) };
    expect(textOf(documentOfListing(listed, gone))).toEqual([`document ${link}`]);
    expect(textOf(documentOfDraft(draft))).toEqual([`document ${file}`]);
  });

  it("that is a draft: its files that are there", () => {
    const draft = sampleDraft(2300, 11);
    const [html] = draft.files;
    const pdf = { ...html, extension: ".pdf", link: FILE.replace("html", "pdf") } as never;
    expect(textOf(documentOfDraft({ ...draft, files: [pdf, html as never] }))).toEqual([`document ${FILE}`, `document ${FILE.replace("html", "pdf")}`]);
    expect(textOf(documentOfDraft({ ...draft, files: [{ ...html, gone: true } as never] }))).toEqual([]);
  });

  it("an N paper has no latest", () => expect(textOf(sampleDocument("N4950"))).toEqual(["short https://wg21.link/n4950"]));

  it("are https, whatever the network says", () => {
    const address = fc.oneof(
      anyText(),
      fc.constantFrom("javascript:alert(1)", "data:text/html,x", "http://x.org/", "https://a:b@x.org/", "//x", "file:///etc"),
    );
    fc.assert(
      fc.property(address, address, address, (link, longLink, file) => {
        const draft = sampleDraft(2300, 11, { files: [{ extension: ".pdf", link: file, foundAt: 0 }] });
        for (const { href } of paperLinks(documentOfIndex(samplePaper("P2300R11", { link, longLink }), undefined, draft))) expect(href).toMatch(/^https:\/\//);
      }),
    );
  });
});
