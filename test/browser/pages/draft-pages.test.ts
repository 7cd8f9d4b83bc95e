import type { Page } from "puppeteer-core";
import { expect, it } from "vitest";
import type { Match } from "../../../lib/store/database/schema.ts";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { READ_DRAFT } from "../../../lib/terms/work-names.ts";
import { indexOf } from "../../store/index-of.ts";
import { show, stream, tinyPdf } from "../../tiny-pdf.ts";
import { endlessBody, gzipBomb } from "../../web/published/hostile-bodies.ts";
import { draftUrl } from "../../web/published/published-draft.ts";
import { htmlDraft, pdfDraft, type SampleDraft } from "../../web/published/sample-drafts.ts";
import type { Web } from "../../web/web.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { letDaysPass, readProbing, switchDraftsOn, waitForCycles } from "../driving/drive-drafts.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { checkNow, openPopup } from "../driving/drive-popup.ts";
import { expectSoon } from "../driving/expect-soon.ts";
import { until } from "../driving/until.ts";
import { textOf } from "../driving/wait-for-text.ts";
import { putRow, readTable } from "../state/browser-state.ts";

const HTML = { "content-type": "text/html" };
const BOMB_MEGABYTES = 200;
const READ_MS = 180_000;

const about = (id: string): SampleDraft => ({ id, title: `A proof of ${id}`, authors: ["Kurt Gödel", "Emmy Noether"], audience: "EWG", date: "2026-11-20" });
const HEADER = show(72, 700, 20, "A secret proof") + show(72, 670, 11, "Author: Emmy Noether");
/** Each part of the page draws the next one ten times, and the last one writes what stands askew, of which nothing is read. */
const ENDLESS_PARTS = Array.from({ length: 12 }, (_, at) => {
  const next = `/Resources << /Font << /F1 3 0 R >> /XObject << /X ${11 + at} 0 R >> >>`;
  const drawn = at === 11 ? "BT /F1 9 Tf 0.7 0.7 -0.7 0.7 20 20 Tm (x) Tj ET" : "/X Do ".repeat(10);
  return stream(drawn, `/Type /XObject /Subtype /Form /BBox [0 0 99 99] ${next}`);
});

/** What lies there in place of an ordinary draft, and what the popup shows of it. */
const DRAFTS: [string, (web: Web, id: string) => void, RegExp][] = [
  [
    "an HTML without an end",
    (web, id) => {
      const rest = endlessBody("<p>And so on.</p>\n".repeat(4_000));
      const body = async function* () {
        yield Buffer.from(htmlDraft(about(id)));
        yield* rest();
      };
      web.answer(draftUrl(`${id}.html`), { headers: HTML, body });
    },
    /A proof of D0001R1\s+D0001R1.*Kurt Gödel \+1/s,
  ],
  [
    "a bomb",
    (web, id) => web.answer(draftUrl(`${id}.html`), { headers: { ...HTML, "content-encoding": "gzip" }, body: gzipBomb(BOMB_MEGABYTES) }),
    /Its first page could not be read: the file is neither HTML nor PDF\./,
  ],
  [
    "an HTML in Windows-1252 that does not say so",
    (web, id) =>
      web.publishDraft(`${id}.html`, Buffer.from(htmlDraft(about(id)).replace('<meta charset="utf-8">', ""), "latin1"), { contentType: "text/html" }),
    /A proof of D0003R1\s+D0003R1.*Kurt Gödel \+1/s,
  ],
  [
    "a PDF with a password",
    (web, id) => {
      const encryption = `<< /Filter /Standard /V 1 /R 2 /O <${"41".repeat(32)}> /U <${"42".repeat(32)}> /P -4 >>`;
      const trailer = `/Encrypt 10 0 R /ID [<${"43".repeat(16)}> <${"43".repeat(16)}>]`;
      web.publishDraft(`${id}.pdf`, Buffer.from(tinyPdf({ pages: [HEADER], objects: [encryption], trailer })));
    },
    /Its first page could not be read: the PDF needs a password\./,
  ],
  [
    "a PDF that is damaged",
    (web, id) => web.publishDraft(`${id}.pdf`, `%PDF-1.7\n${"garbage ".repeat(10_000)}`),
    /Its first page could not be read: the PDF is damaged\./,
  ],
  [
    "a PDF that is never done",
    (web, id) =>
      web.publishDraft(`${id}.pdf`, Buffer.from(tinyPdf({ pages: [`${HEADER} /X Do`], objects: ENDLESS_PARTS, resources: "/XObject << /X 10 0 R >>" }))),
    /Its first page could not be read: that took too long\./,
  ],
  ["a PDF as it should be", (web, id) => web.publishDraft(`${id}.pdf`, pdfDraft(about(id))), /A proof of D0007R1\s+D0007R1.*Kurt Gödel \+1/s],
  [
    "an HTML that names nobody",
    (web, id) => web.publishDraft(`${id}.html`, `<p>${"Lorem ipsum dolor sit amet. ".repeat(20)}</p>`),
    /Its first page could not be read: neither a title nor an author was found on it\./,
  ],
  [
    "a file that is gone when it is fetched",
    (web, id) =>
      web.answer(draftUrl(`${id}.pdf`), ({ method }) =>
        method === "HEAD" ? { headers: { "content-type": "application/pdf" }, body: Buffer.alloc(40_000) } : { status: 404 },
      ),
    /Its first page could not be read: the file was gone again\./,
  ],
];
const number = (at: number) => String(at + 1).padStart(4, "0");
const IDS = DRAFTS.map((_, at) => `D${number(at)}R1`);

inEachBrowser(
  "the first pages of drafts",
  (web) => web.publishIndex(JSON.stringify(indexOf(Object.fromEntries(DRAFTS.map((_, at) => [`P${number(at)}R0`, {}]))))),
  (stage) => {
    let page: Page;
    const paperEvents = async () => (await readTable(page, "log")).filter((event) => "paper" in event);
    const isRead = ({ draft, paper }: Match) => draft?.unreadable !== undefined || paper.title !== "";

    it("are read whatever they are, and hold nothing else up", async () => {
      const { extension, web } = stage();
      page = await openOptions(extension);
      await addWatch(page, "P0001");
      const [first] = await readTable(page, "watches");
      for (let at = 1; at < DRAFTS.length; at++) if (first) await putRow(page, "watches", { ...first, id: first.id + at, text: `P${number(at)}` });
      await switchDraftsOn(page);
      await waitForCycles(page, 1);
      for (const [at, [, publish]] of DRAFTS.entries()) publish(web, IDS[at] ?? "");
      await letDaysPass(page);
      await until(
        "a page that is being read",
        () => readTable(page, "jobs"),
        (jobs) => jobs.some(({ kind, state }) => kind === "read-draft" && state === "leased"),
      );
      const popup = await openPopup(extension);
      const check = async () => (await readTable(popup, "state")).find((row) => row.name === "check")?.lastSuccessAt ?? 0;
      const before = await check();
      await checkNow(popup);
      const checkedAt = await until("a check of the index", check, (at) => at > before);
      const readings = await until(
        "the end of all reading",
        async () => (await readTable(popup, "jobs")).filter(({ kind }) => kind === READ_DRAFT).map(({ endedAt = Number.NaN }) => endedAt),
        (ends) => ends.length >= DRAFTS.length && !ends.some(Number.isNaN),
        READ_MS,
      );
      expect(checkedAt).toBeLessThan(Math.max(...readings));
      await popup.close();
    });

    it("end as a match each, told once", async () => {
      const matches = await until(
        "all to be told",
        () => readTable(page, "matches"),
        (rows) => rows.length >= DRAFTS.length && rows.every(({ notifiedAt }) => notifiedAt > 0),
        READ_MS,
      );
      expect(matches.map(({ id }) => id)).toEqual(IDS);
      expect(matches.filter((match) => !isRead(match))).toEqual([]);
      const events = await paperEvents();
      for (const kind of ["draft-found", "draft-read"]) {
        expect(events.flatMap((event) => (event.kind === kind ? event.paper.id : [])).sort()).toEqual(IDS);
      }
      expect(events).toHaveLength(2 * IDS.length);
    });

    it.each(DRAFTS.map(([what, , words], at) => [what, at, words] as const))("of %s are shown", async (_, at, words) => {
      const popup = await openPopup(stage().extension);
      await expectSoon(() => textOf(popup, `[data-key="P${number(at)}"]`)).toMatch(words);
      await popup.close();
    });

    it("that are still as they were tell nothing more", async () => {
      const before = await readTable(page, "matches");
      const cycle = (await readProbing(page))?.cycle ?? 0;
      await letDaysPass(page);
      await waitForCycles(page, cycle + 1);
      expect(await readTable(page, "matches")).toEqual(before);
      expect(await paperEvents()).toHaveLength(2 * IDS.length);
    });
  },
  { ...completeSettings([]), drafts: false, openStd: false, minutesBetweenNotifications: 0, askGapMs: 20, askJitterPercent: 0 },
);
