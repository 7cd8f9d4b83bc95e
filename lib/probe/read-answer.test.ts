import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { urlOfFile } from "./draft-file.ts";
import { type FileAnswer, type HeadAnswer, readAnswer } from "./read-answer.ts";

const NAME = "D2300R11.pdf";

function answer(more: Partial<HeadAnswer> = {}): HeadAnswer {
  const name = more.name ?? NAME;
  return {
    name,
    status: 200,
    finalUrl: urlOfFile(name),
    contentType: name.endsWith(".pdf") ? "application/pdf" : "text/html; charset=utf-8",
    contentLength: "50000",
    lastModified: undefined,
    etag: undefined,
    ...more,
  };
}

it("takes size, date and tag of a file that is there", () => {
  const lastModified = "Wed, 03 Jul 2024 11:30:00 GMT";
  expect(readAnswer(answer({ lastModified, etag: '"5f-1"' }))).toEqual({ kind: "present", size: 50_000, modifiedAt: Date.parse(lastModified), etag: '"5f-1"' });
});

describe("a 200 is the file", () => {
  it.each<[name: string, more: Partial<HeadAnswer>]>([
    ["of a PDF", {}],
    ["of a page", { name: "D2300R11.html" }],
    ["of a published name", { name: "P0042R1.html" }],
    ["without a length", { contentLength: undefined }],
    ["with a length that is none", { contentLength: "-5, many" }],
    ["of mere bytes, for a PDF", { contentType: "application/octet-stream" }],
    ["of XHTML", { name: "D2300R11.html", contentType: "application/xhtml+xml" }],
    ["without a type", { contentType: undefined }],
    ["of a page without a type", { name: "D2300R11.html", contentType: "" }],
    ["with a type in capitals", { contentType: " Application/PDF;version=1.4" }],
    ["at the host's other name", { finalUrl: "https://www.isocpp.org/files/papers/D2300R11.pdf" }],
    ["under its name in small letters", { finalUrl: "https://isocpp.org/files/papers/d2300r11.pdf" }],
    ["with a query", { finalUrl: "https://isocpp.org/files/papers/D2300R11.pdf?v=2" }],
    ["as small as a file can be", { contentLength: "256" }],
  ])("%s", (_name, more) => expect(readAnswer(answer(more)).kind).toBe("present"));
});

it.each<[name: string, more: Partial<HeadAnswer>, why: string]>([
  ["a login page", { finalUrl: "https://isocpp.org/login?to=/files/papers/D2300R11.pdf" }, "elsewhere"],
  ["another file", { finalUrl: urlOfFile("D2300R10.pdf") }, "elsewhere"],
  ["another extension", { finalUrl: urlOfFile("D2300R11.html") }, "elsewhere"],
  ["another folder", { finalUrl: "https://isocpp.org/archive/files/papers/D2300R11.pdf" }, "elsewhere"],
  ["another host", { finalUrl: "https://portal.example/files/papers/D2300R11.pdf" }, "elsewhere"],
  ["a host that only ends alike", { finalUrl: "https://notisocpp.org/files/papers/D2300R11.pdf" }, "elsewhere"],
  ["another port", { finalUrl: "https://isocpp.org:8443/files/papers/D2300R11.pdf" }, "elsewhere"],
  ["an address without encryption", { finalUrl: "http://isocpp.org/files/papers/D2300R11.pdf" }, "elsewhere"],
  ["no address", { finalUrl: "" }, "elsewhere"],
  ["a redirect that was not followed", { status: 302 }, "elsewhere"],
  ["a choice of names", { status: 300 }, "elsewhere"],
  ["a page for a PDF", { contentType: "text/html" }, "wrong-type"],
  ["a PDF for a page", { name: "D2300R11.html", contentType: "application/pdf" }, "wrong-type"],
  ["mere bytes for a page", { name: "D2300R11.html", contentType: "application/octet-stream" }, "wrong-type"],
  ["plain text", { contentType: "text/plain" }, "wrong-type"],
  ["nothing", { contentLength: "0" }, "too-small"],
  ["a message", { contentLength: "255" }, "too-small"],
])("a 200 that is %s is not the file", (_name, more, why) => expect(readAnswer(answer(more))).toEqual({ kind: "not-the-file", why }));

it.each<[status: number, meaning: FileAnswer]>([
  [304, { kind: "unchanged" }],
  [404, { kind: "absent" }],
  [410, { kind: "absent" }],
  [401, { kind: "trouble", trouble: "refused", status: 401 }],
  [403, { kind: "trouble", trouble: "refused", status: 403 }],
  [399, { kind: "not-the-file", why: "elsewhere" }],
  [400, { kind: "trouble", trouble: "refused", status: 400 }],
  [499, { kind: "trouble", trouble: "refused", status: 499 }],
  [299, { kind: "trouble", trouble: "server-error", status: 299 }],
  [405, { kind: "trouble", trouble: "refused", status: 405 }],
  [429, { kind: "trouble", trouble: "rate-limited", status: 429 }],
  [500, { kind: "trouble", trouble: "server-error", status: 500 }],
  [503, { kind: "trouble", trouble: "server-error", status: 503 }],
  [206, { kind: "trouble", trouble: "server-error", status: 206 }],
  [0, { kind: "trouble", trouble: "server-error", status: 0 }],
])("a %i is no 200", (status, meaning) => expect(readAnswer(answer({ status }))).toEqual(meaning));

it.each<[header: string | undefined]>([["garbage"], ["2024-07-03T11:30:00Z"], [""], [undefined]])("a Last-Modified of %j is left out", (lastModified) => {
  expect(readAnswer(answer({ lastModified }))).toEqual({ kind: "present", size: 50_000 });
});

it("leaves out a tag that is endless", () => {
  expect(readAnswer(answer({ etag: `"${"x".repeat(5000)}"` }))).toEqual({ kind: "present", size: 50_000 });
});

it.each([
  [200, true],
  [201, false],
])("takes a tag of %i letters: %s", (length, isTaken) => {
  const etag = "x".repeat(length);
  expect(readAnswer(answer({ etag }))).toEqual({ kind: "present", size: 50_000, ...(isTaken && { etag }) });
});

it.each([
  [" 500 ", 500],
  ["9".repeat(15), 999_999_999_999_999],
  ["9".repeat(16), undefined],
  ["500x", undefined],
  ["x500", undefined],
])("takes the length %j as %s", (contentLength, size) => {
  expect(readAnswer(answer({ contentLength }))).toEqual({ kind: "present", ...(size !== undefined && { size }) });
});

it("makes something of whatever a host sends", () => {
  const text = fc.option(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl(), fc.constantFrom("text/html", "application/pdf", "12", urlOfFile(NAME))), {
    nil: undefined,
  });
  const kinds = ["present", "unchanged", "absent", "not-the-file", "trouble"];
  fc.assert(
    fc.property(
      fc.integer({ min: -1, max: 700 }),
      fc.record({ url: text, contentType: text, contentLength: text, lastModified: text, etag: text }),
      (status, { url, ...headers }) => {
        expect(kinds).toContain(readAnswer({ name: NAME, status, finalUrl: url ?? "", ...headers }).kind);
      },
    ),
    { numRuns: 1000 },
  );
});
