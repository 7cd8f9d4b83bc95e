import { readFileSync, statSync, unwatchFile, watchFile } from "node:fs";
import { createFolderPublisher } from "./published/publish-folder.ts";
import { DRAFTS_URL } from "./published/published-draft.ts";
import { INDEX_URL, listingUrl, type Web } from "./web.ts";

const SECOND = 1000;
const LOOK_EVERY = SECOND / 2;

export interface FilesToServe {
  index: string;
  /** A folder. */
  drafts?: string | undefined;
  listing?: { file: string; year: number } | undefined;
}

export interface ServedFiles {
  /** What to tell of what was published first, a line each. */
  published: string[];
  /** Looks at once for what has changed. */
  look(): void;
  /** Looks no more. */
  close(): void;
}

/** Publishes what is on the disk, and again when it changes there. Throws where a file cannot be read at first; later the last good one stays up. */
export function serveFiles(web: Web, files: FilesToServe, tell: { news(line: string): void; trouble(line: string): void }): ServedFiles {
  const publishers = filePublishers(web, files);
  const publishDrafts = files.drafts === undefined ? () => [] : draftsPublisher(web, files.drafts);
  const published = [...publishers.values(), publishDrafts].flatMap((publish) => publish());

  const again = (publish: Publish) => publishAgain(publish, tell);
  const lookAtDrafts = again(publishDrafts);
  const looks = [lookAtDrafts];
  const looking = setInterval(lookAtDrafts, LOOK_EVERY);
  for (const [file, publish] of publishers) {
    const look = again(publish);
    looks.push(look);
    // Called for mere reading too, our own included.
    watchFile(file, { interval: LOOK_EVERY }, (now, before) => {
      if (now.mtimeMs !== before.mtimeMs) look();
    });
  }
  return {
    published,
    look: () => looks.forEach((look) => void look()),
    close() {
      clearInterval(looking);
      for (const file of publishers.keys()) unwatchFile(file);
    },
  };
}

/** Publishes what is on the disk now, and returns what to tell of it. */
type Publish = () => string[];

/** By file, what reads it and publishes it. */
function filePublishers(web: Web, { index, listing }: FilesToServe): Map<string, Publish> {
  const publishers = new Map<string, Publish>();
  const add = (what: string, file: string, url: string, publish: (body: Buffer, options: { lastModified: Date }) => void) =>
    publishers.set(file, () => {
      const body = readFileSync(file);
      publish(body, { lastModified: statSync(file).mtime });
      return [`${what.padEnd(9)} ${file}, ${body.length} bytes, at ${url}`];
    });
  add("index", index, INDEX_URL, web.publishIndex);
  if (listing) add("listing", listing.file, listingUrl(listing.year), (body, options) => web.publishListing(listing.year, body, options));
  return publishers;
}

function draftsPublisher(web: Web, folder: string): Publish {
  const publish = createFolderPublisher(web, folder);
  return () => {
    const { published, removed } = publish();
    return [...published.map((name) => `draft     ${name} at ${DRAFTS_URL}`), ...removed.map((name) => `draft     ${name} is gone from ${DRAFTS_URL}`)];
  };
}

/** Publishes where possible: whoever rewrites a file may have it away for a moment, and the last good one stays up. Tells a trouble once. */
function publishAgain(publish: Publish, tell: { news(line: string): void; trouble(line: string): void }): () => void {
  let trouble = "";
  return () => {
    try {
      for (const line of publish()) tell.news(line);
      trouble = "";
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (message === trouble) return;
      trouble = message;
      tell.trouble(`${trouble}; still serving what was read before`);
    }
  };
}
