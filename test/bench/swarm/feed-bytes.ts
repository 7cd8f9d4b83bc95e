import { gzipSync } from "node:zlib";
import type { DraftFact } from "../../../lib/feed/fact.ts";
import { publication } from "../../../lib/feed/published/publication.ts";
import { RICH } from "../../feed/sample-facts.ts";
import { signerOf } from "../../feed/signers.ts";

const HOUR = 60 * 60_000;
const AT = Date.UTC(2019, 5, 1);
/** Its part that reaches least far back. */
const SHORTEST_HOURS = 9;

/** How large the head of a feed is, and the part that those read who read all the time, sent packed; of a feed to which so many drafts come in a day. */
export async function feedBytes(findsPerDay: number): Promise<{ headBytes: number; partBytes: number }> {
  const many = Math.max(1, Math.round((findsPerDay * SHORTEST_HOURS) / 24));
  const drafts = Array.from({ length: many }, (_, place): DraftFact => {
    const at = AT - ((place + 1) * SHORTEST_HOURS * HOUR) / (many + 1);
    const files = RICH.files.slice(0, 1).map((file) => ({ ...file, at, modifiedAt: at, etag: `"${Math.floor(at).toString(36)}-${place}"` }));
    return { id: `D${4000 + place}R0`, found: { at }, files, ...(RICH.page && { page: { ...RICH.page, at } }) };
  });
  const about = { publisher: "A scout", at: AT, expires: AT + 8 * HOUR, waitMinutes: 15, share: 100_000, mirrors: [] };
  const { files } = await publication({ drafts, statuses: [], papers: [] }, about, 1, await signerOf(1));
  const size = (isIt: (name: string) => boolean) => gzipSync(files.find(({ name }) => isIt(name))?.bytes ?? new Uint8Array()).length;
  return { headBytes: size((name) => name === "head.json"), partBytes: size((name) => name.startsWith("facts-")) };
}
