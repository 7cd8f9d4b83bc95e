import { readWithPdfjs } from "../../../lib/document/pdf/reader/read-with-pdfjs.ts";
import type { FirstPage } from "../../../lib/first-page/first-page.ts";
import { MAX_ABSTRACT, MAX_AUTHORS, MAX_NAME, MAX_TEXT, MAX_TITLE } from "../../../lib/first-page/limits.ts";
import { readPage } from "../../../lib/first-page/read-page.ts";
import { readIndex } from "../../../lib/papers/index/read-index.ts";
import { shelve } from "../../../lib/papers/index/shelve.ts";
import type { Paper } from "../../../lib/papers/paper.ts";
import { readListing } from "../../../lib/sources/open-std/read-listing.ts";
import { readSentIndex } from "../../../lib/sources/wg21-link.ts";
import { findJsonFault } from "../../../lib/store/backup/json-fault.ts";
import { parseBackup } from "../../../lib/store/backup/parse-backup.ts";
import { readItems } from "../../../lib/sync/read-items.ts";
import { writeItems } from "../../../lib/sync/write-items.ts";
import { formatWatch } from "../../../lib/watch/syntax/format-watch.ts";
import { parseWatch } from "../../../lib/watch/syntax/parse-watch.ts";

/** What an input ended in. Throws where a limit or a promise of the reader does not hold. */
export type FuzzReader = (bytes: Uint8Array) => Promise<string> | string;

const YEAR = 2026;

/** The product's own readers, each as the product calls it, and what must hold of whatever they give. */
export const READERS: Record<string, FuzzReader> = {
  html: readDocument,
  pdf: readDocument,
  listing(bytes) {
    const read = readListing(new Uint8Array(bytes), "text/html", YEAR);
    if ("failure" in read) return read.failure.kind;
    for (const { link } of read.papers.values()) hold(link === undefined || link.startsWith("https://"), "a link is https");
    return read.skipped > 0 ? "read, some skipped" : "read";
  },
  index(bytes) {
    const read = readSentIndex({ body: new Uint8Array(bytes), contentType: "application/json" });
    if ("failure" in read) return read.failure.kind;
    shelve(read.index);
    const { entries, skipped, repaired } = readIndex(Object.entries(read.index));
    for (const paper of entries.values()) checkPaper(paper);
    return skipped.length > 0 ? "read, some skipped" : repaired.length > 0 ? "read, some repaired" : "read";
  },
  backup(bytes) {
    const json = textOf(bytes);
    const read = parseBackup(json);
    if (read === "not-json") hold(findJsonFault(json) !== undefined, "what is not JSON has a fault");
    if (typeof read === "string") return read;
    return read.rejected.length > 0 ? "read, some rejected" : "read";
  },
  sync(bytes) {
    const state = readItems(Object.fromEntries(textOf(bytes).split("\n").map(itemOf)));
    if (!state) return "newer-version";
    const items = writeItems(state);
    const again = readItems(items);
    hold(again !== undefined && JSON.stringify(writeItems(again)) === JSON.stringify(items), "what is written is read as it was");
    return state.lists.size > 0 ? "read" : "empty";
  },
  watch(bytes) {
    const read = parseWatch(textOf(bytes));
    if (!read.ok) return read.problem;
    const text = formatWatch(read.watch);
    const again = parseWatch(text);
    hold(again.ok && formatWatch(again.watch) === text, "what is kept is read as it was");
    return read.watch.kind;
  },
};

async function readDocument(bytes: Uint8Array): Promise<string> {
  const read = await readPage(bytes, "", readWithPdfjs);
  if (!read.ok) return read.problem;
  checkPage(read.page);
  return "read";
}

function checkPage({ title, authors, audience, abstract = "", text }: FirstPage): void {
  hold(title.length <= MAX_TITLE, "a title is short");
  hold(authors.length <= MAX_AUTHORS && authors.every((name) => name.length <= MAX_NAME), "authors are few and short");
  hold(audience.length <= 20 && audience.every((one) => one.length <= 200), "audiences are few and short");
  hold(text.length <= MAX_TEXT && abstract.length <= MAX_ABSTRACT, "words are bounded");
  hold(
    [title, text, abstract, ...authors, ...audience].every((one) => one.isWellFormed()),
    "text is well-formed",
  );
}

function checkPaper({ link, longLink, githubUrl }: Paper): void {
  for (const address of [link, longLink, githubUrl]) hold(address === undefined || address.startsWith("https://"), "a link is https");
}

/** What cannot be read as an item is one that holds the text itself. */
function itemOf(line: string): [key: string, value: unknown] {
  try {
    const [key, value] = JSON.parse(line) as [unknown, unknown];
    return [String(key), value];
  } catch {
    return ["settings", line];
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function hold(holds: boolean, promise: string): void {
  if (!holds) throw new Error(`does not hold: ${promise}`);
}
