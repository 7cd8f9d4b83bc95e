import type { DraftFact } from "../../lib/feed/fact.ts";
import { type FeedHead, writeHead } from "../../lib/feed/head.ts";
import { partName, writePart } from "../../lib/feed/part.ts";
import { subscriptionAddress } from "../../lib/feed/subscription.ts";
import { signerOf } from "./signers.ts";

const HOUR = 60 * 60_000;

/** A feed of that folder as a scout publishes it: its files by their addresses, to be spoilt at will. */
export async function feedOnHost(folder = "https://scout.example/paperscout/", number = 1) {
  const signer = await signerOf(number);
  const files = new Map<string, string | Uint8Array<ArrayBuffer> | Response | Error>();
  let seq = 4;
  return {
    folder,
    address: subscriptionAddress({ folder, keys: [signer.key] }),
    files,
    /** Publishes these facts, at that time. */
    async publish(drafts: DraftFact[], at: number, changes: Partial<FeedHead> = {}) {
      seq++;
      const part = await writePart({ drafts, statuses: [] }, 0);
      const head: FeedHead = {
        format: 1,
        seq,
        at,
        expires: at + 2 * HOUR,
        waitMinutes: 15,
        share: 10,
        publisher: "A scout",
        mirrors: [],
        parts: [part.reference],
        ...changes,
      };
      files.set(`${folder}${partName(part.reference)}`, part.bytes);
      files.set(`${folder}head.json`, await writeHead(head, signer));
    },
    /** What is there; undefined for another address. */
    answer(url: string): Response | undefined {
      if (!url.startsWith(folder)) return undefined;
      const file = files.get(url);
      if (file instanceof Error) throw file;
      return file instanceof Response ? file.clone() : new Response(file ?? null, { status: file === undefined ? 404 : 200 });
    },
  };
}
