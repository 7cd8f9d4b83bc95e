import type { Page } from "puppeteer-core";

const MINUTE = 60_000;

/** Writes so many unread matches past the extension, the newest first; each tenth paper has two revisions, and one in three a title of more than one line. Gives the papers as the popup orders them. */
export function putMatches(page: Page, count: number): Promise<string[]> {
  return page.evaluate(
    (count, step) =>
      new Promise<string[]>((resolve, reject) => {
        const request = indexedDB.open("paperscout");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const transaction = request.result.transaction("matches", "readwrite");
          const papers = new Set<string>();
          for (let place = 0, number = 1000; place < count; number++) {
            for (let revision = number % 10 === 0 && place + 1 < count ? 1 : 0; revision >= 0; revision--) {
              const id = `P${number}R${revision}`;
              const title = `Title ${number}${number % 3 === 0 ? ", which has so much to say that it takes a line more than others do, whatever the width" : ""}`;
              const paper = { id, type: "paper", prefix: "P", number, revision, title, authors: ["Ada Lovelace"], audience: [] };
              const reasons = [{ kind: "author", watched: "Lovelace", found: "Ada Lovelace", list: 1, listName: "" }];
              const foundAt = 1_700_000_000_000 - place * step;
              papers.add(`P${number}`);
              transaction
                .objectStore("matches")
                .put({ id, paper, kind: "paper-added", reasons, foundAt, notifiedAt: 1, notification: "x", readAt: 0, starredAt: 0 });
              place++;
            }
          }
          transaction.oncomplete = () => {
            request.result.close();
            resolve([...papers]);
          };
          transaction.onabort = () => reject(transaction.error);
        };
      }),
    count,
    10 * MINUTE,
  );
}
