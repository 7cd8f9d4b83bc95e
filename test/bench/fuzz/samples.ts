import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { makeBackup } from "../../../lib/store/backup/backup.ts";
import { emptyState } from "../../../lib/sync/shared-state.ts";
import { writeItems } from "../../../lib/sync/write-items.ts";
import { sampleData, sharedData } from "../../data.ts";
import { found } from "../../store/found-match.ts";
import { show, stream, tinyPdf } from "../../tiny-pdf.ts";
import { htmlDraft, listingPage, pdfDraft } from "../../web/published/sample-drafts.ts";

const LARGEST = 400_000;
const MOST_FILES = 12;
const MOST_ENTRIES = 300;
const DRAFT = {
  id: "D4123R0",
  title: "Rings of words",
  authors: ["Emmy Noether <emmy@example.org>", "Kurt Gödel"],
  audience: "LEWG, SG16",
  date: "2026-11-20",
};
const WATCHES = [
  "P2300",
  "p2300r10.html",
  "https://wg21.link/p2300r10",
  "LEWG",
  "author:Kurt Gödel",
  "title:executor*",
  'title:"a b" -audience:SG1 author:Noether',
  "Köppe",
  "kind:draft EWG",
  "[P2300R10], P2299; P4123",
  "LWG2300",
  "author:O'Dwyer title:ranges",
  "-P2300",
  "see P2300R10.",
  "title:a OR title:b",
  "“quoted”",
];

/** Inputs that are as they should be, which the bench then spoils: the project's own, and real ones where they are at hand. */
export const SAMPLES: Record<string, () => Uint8Array[]> = {
  html: () => [...[htmlDraft(DRAFT), longHead()].map(bytesOf), ...draftsEnding(".html")],
  pdf: () => [
    pdfDraft(DRAFT),
    tinyPdf({ pages: [show(72, 700, 20, "Rings") + show(72, 650, 10, "Author: Emmy Noether")], title: "Rings" }),
    packedPdf(),
    ...draftsEnding(".pdf"),
  ],
  listing: () => {
    const rows = ["P4123R0", "P4123R1", "N5001"].map((number) => ({
      number,
      title: "Rings & words",
      author: "Emmy Noether",
      mailingDate: "2026-11",
      subgroup: "LEWG",
    }));
    const real = sharedData("openstd-listing.sample.html");
    return [bytesOf(listingPage(2026, rows)), ...(real ? [readFileSync(real).subarray(0, LARGEST)] : [])];
  },
  index: () => {
    const real = sharedData("index-2026-05-18.json");
    const some = real ? Object.entries(JSON.parse(readFileSync(real, "utf8"))).slice(-MOST_ENTRIES) : [];
    return [readFileSync(sampleData("index.json")), bytesOf(JSON.stringify(Object.fromEntries(some)))];
  },
  backup: () => {
    const lists = {
      watchlists: [{ id: 1, name: "Mine", mode: "notify" as const }],
      watches: [{ id: 1, list: 1, kind: "author" as const, text: "Gödel", addedAt: 1 }],
    };
    const settings = [{ name: "recencyHours" as const, value: 24 }];
    const rows = {
      ...lists,
      settings,
      matches: [found("P2300R10"), found("D4123R0", { kind: "draft-found", starredAt: 1 })],
      mutes: [{ series: "P2300", at: 1 }],
    };
    return [bytesOf(JSON.stringify(makeBackup(rows, 1_000), null, 2))];
  },
  // An item a line.
  sync: () => {
    const at = 1_700_000_000;
    const watches = new Map(WATCHES.map((text, place) => [text, { value: place % 3 > 0, at: at + place }]));
    const list = { name: { value: "Mine", at }, mode: { value: "notify", at }, here: { value: true, at }, watches };
    const state = { ...emptyState(), lists: new Map([["mine", list]]), settings: new Map([["drafts", { value: true, at }]]) };
    return [
      bytesOf(
        Object.entries(writeItems(state))
          .map(([key, value]) => JSON.stringify([key, value]))
          .join("\n"),
      ),
    ];
  },
  watch: () => WATCHES.map(bytesOf),
};

function draftsEnding(extension: string): Uint8Array[] {
  const folder = sharedData("drafts");
  if (!folder) return [];
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(extension))
    .map((file) => join(folder, file));
  return files
    .filter((file) => statSync(file).size <= LARGEST)
    .slice(0, MOST_FILES)
    .map((file) => readFileSync(file));
}

function longHead(): string {
  return htmlDraft(DRAFT).replace("<style>", `<script>/* ${"x".repeat(30_000)} */</script><link href="data:,${"y".repeat(30_000)}"><style>`);
}

/** A PDF whose objects stand in a packed stream, and its table in another, as all that is written today has them. */
function packedPdf(): Uint8Array {
  const objects: [number, string][] = [
    [1, "<< /Type /Catalog /Pages 2 0 R >>"],
    [2, "<< /Type /Pages /Kids [5 0 R] /Count 1 >>"],
    [3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"],
    [4, "<< /Title (Rings) >>"],
    [5, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> /Contents 6 0 R >>"],
  ];
  let places = "";
  let within = "";
  for (const [number, object] of objects) {
    places += `${number} ${within.length} `;
    within += `${object}\n`;
  }
  const zipped = (text: string, entries: string) => stream(deflateSync(Buffer.from(text, "latin1")).toString("latin1"), `/Filter /FlateDecode ${entries}`);
  const page = show(72, 700, 20, "Rings of words") + show(72, 650, 10, "Author: Emmy Noether") + show(72, 600, 10, "Abstract");
  const parts = [
    "%PDF-1.5\n",
    `6 0 obj\n${zipped(page, "")}\nendobj\n`,
    `7 0 obj\n${zipped(places + within, `/Type /ObjStm /N ${objects.length} /First ${places.length}`)}\nendobj\n`,
  ];
  const [at6, at7, at8] = [1, 2, 3].map((count) => parts.slice(0, count).join("").length) as [number, number, number];
  const row = (kind: number, place: number, more: number) => String.fromCharCode(kind, place >> 8, place & 255, more);
  const table = [row(0, 0, 255), ...objects.map((_, at) => row(2, 7, at)), row(1, at6, 0), row(1, at7, 0), row(1, at8, 0)].join("");
  parts.push(`8 0 obj\n${zipped(table, "/Type /XRef /W [1 2 1] /Size 9 /Root 1 0 R /Info 4 0 R")}\nendobj\nstartxref\n${at8}\n%%EOF\n`);
  return Uint8Array.from(Buffer.from(parts.join(""), "latin1"));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
