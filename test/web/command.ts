import { readFileSync, statSync, unwatchFile, watchFile } from "node:fs";
import { readCommandLine, USAGE, type WhatToServe } from "./command-line.ts";
import { arrivalLine, refusalLine, welcomeLines } from "./log-lines.ts";
import { createFolderPublisher } from "./published/publish-folder.ts";
import { DRAFTS_URL } from "./published/published-draft.ts";
import { HOSTS, INDEX_URL, listingUrl, startWeb, type Web } from "./web.ts";

const SECOND = 1000;
const LOOK_EVERY = SECOND / 2;

const asked = readCommandLine(process.argv.slice(2));
if ("help" in asked) console.log(USAGE);
else if ("problem" in asked) giveUp(asked.problem);
else await serve(asked);

async function serve(what: WhatToServe): Promise<void> {
  const web = await startWeb({
    proxyPort: what.port,
    onArrival: (arrival) => console.log(arrivalLine(arrival)),
    onRefusal: (refusal) => console.log(refusalLine(refusal)),
  }).catch(giveUp);
  const publishers = filePublishers(web, what);
  const publishDrafts = what.drafts === undefined ? () => [] : draftsPublisher(web, what.drafts);
  try {
    const published = [...publishers.values(), publishDrafts].flatMap((publish) => publish());
    for (const line of [...published, ...welcomeLines(web.proxy, HOSTS)]) console.log(line);
  } catch (error) {
    giveUp(error);
  }

  const publishDraftsAgain = again(publishDrafts);
  const looking = setInterval(publishDraftsAgain, LOOK_EVERY);
  for (const [file, publish] of publishers) {
    const publishAgain = again(publish);
    // Called for mere reading too, our own included.
    watchFile(file, { interval: LOOK_EVERY }, (now, before) => {
      if (now.mtimeMs !== before.mtimeMs) publishAgain();
    });
    process.on("SIGHUP", publishAgain);
  }
  process.on("SIGHUP", publishDraftsAgain);
  const stop = () => {
    clearInterval(looking);
    for (const file of publishers.keys()) unwatchFile(file);
    void web.close();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

/** Publishes what is on the disk now, and returns what to tell of it. */
type Publish = () => string[];

/** By file, what reads it and publishes it. */
function filePublishers(web: Web, { index, listing }: WhatToServe): Map<string, Publish> {
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
function again(publish: Publish): () => void {
  let trouble = "";
  return () => {
    try {
      for (const line of publish()) console.log(line);
      trouble = "";
    } catch (error) {
      if (messageOf(error) === trouble) return;
      trouble = messageOf(error);
      console.error(`${trouble}; still serving what was read before`);
    }
  };
}

function giveUp(reason: unknown): never {
  console.error(`web: ${messageOf(reason)}`);
  process.exit(2);
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
