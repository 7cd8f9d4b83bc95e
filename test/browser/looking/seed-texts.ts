import type { Page } from "puppeteer-core";
import type { PaperText, Section } from "../../../lib/document/document.ts";
import { READING } from "../../../lib/document/reading.ts";
import { DATABASE_NAME } from "../../../lib/store/database/database.ts";

const section = (title: string, ...texts: string[]): Section => ({ level: 2, title, path: [], blocks: texts.map((text) => ({ kind: "text", text })) });
const same = (what: string) => Array.from({ length: 6 }, (_, at) => `${what} ${at + 1}: what was said of it before is said of it now.`);
const wording = (text: string): Section => ({ ...section("4 Wording", "Modify [exec.general] as follows:"), blocks: [{ kind: "code", text }] });

const BEFORE: Section[] = [
  section("1 Introduction", "This paper proposes a model for asynchronous execution.", ...same("Reason")),
  section("2 Design", "A sender describes work that may be done later, on one thread only.", ...same("Decision")),
  section("3 Open questions", "Should there be a default scheduler?"),
  wording("template<class Sender>\nconcept sender = move_constructible<Sender>;"),
];
const AFTER: Section[] = [
  section("1 Revision history", "R10: schedulers may be compared; a sender names the errors that it may end with.", "R9: the first one with wording."),
  section("2 Introduction", "This paper proposes a model for asynchronous execution.", ...same("Reason")),
  section("3 Design", "A sender describes work that may be done later, wherever its scheduler says.", ...same("Decision"), "Schedulers can be compared."),
  { ...wording("template<class Sender>\nconcept sender = move_constructible<Sender> && copy_constructible<Sender>;"), title: "5 Wording" },
];

/** The texts of two revisions, as they would be there once they were read. */
export async function seedTexts(page: Page, before: string, after: string, now: number): Promise<void> {
  await putText(page, before, { form: "html", sections: BEFORE }, now);
  await putText(page, after, { form: "html", sections: AFTER }, now);
}

/** Writes a text past the extension, as it is kept once it was read. */
export async function putText(page: Page, id: string, text: PaperText, now: number): Promise<void> {
  const json = JSON.stringify(text);
  const packed = await page.evaluate(async (json) => {
    const stream = new Blob([json]).stream().pipeThrough(new CompressionStream("gzip"));
    return [...new Uint8Array(await new Response(stream).arrayBuffer())];
  }, json);
  await putPacked(page, [id], packed, now);
}

/** The same of many at once, in each as many bytes as those of a usual paper, which nobody can read. */
export async function putSpoiltTexts(page: Page, ids: string[], bytes: number, usedAt: number): Promise<void> {
  await putPacked(
    page,
    ids,
    Array.from({ length: bytes }, (_, at) => at % 251),
    usedAt,
  );
}

async function putPacked(page: Page, ids: string[], bytes: number[], now: number): Promise<void> {
  await page.evaluate(
    (name, ids, bytes, now, reading) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction(["texts", "packedTexts"], "readwrite");
          for (const id of ids) {
            transaction.objectStore("texts").put({ id, url: `https://www.open-std.org/${id}.html`, bytes: bytes.length, reading, readAt: now, usedAt: now });
            transaction.objectStore("packedTexts").put({ id, packed: new Uint8Array(bytes) });
          }
          transaction.oncomplete = () => resolve(database.close());
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    DATABASE_NAME,
    ids,
    bytes,
    now,
    READING,
  );
}
