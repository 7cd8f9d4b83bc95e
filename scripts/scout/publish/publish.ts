import type { Server } from "node:http";
import { readPage } from "../../../lib/first-page/read-page.ts";
import { holdLock } from "../../../lib/headless/hold-lock.ts";
import { readKeyFile } from "../../../lib/headless/key-file.ts";
import { Refusal } from "../../../lib/headless/refusal.ts";
import { runScout, type ScoutPlan } from "../../../lib/headless/run-scout.ts";
import { serveFolder } from "../../../lib/headless/serve-folder.ts";
import { tokenOf, withToken } from "../../../lib/headless/statuses/status-token.ts";
import { toldFetch } from "../../../lib/headless/told-network.ts";
import { readListing } from "../../../lib/sources/open-std/read-listing.ts";
import { readPdfApart } from "../reading/read-pdf-apart.ts";
import { addressLine, folderAddress } from "./folder-address.ts";
import { newsLine } from "./news-lines.ts";
import { type PublishArguments, readPublishArguments } from "./read-publish-arguments.ts";

/** How the scout ends: well; by a fault of ours; since what it was given is wrong; since another has the state; since the hosts did not answer (--once); since it could not write. */
const CODES = { well: 0, fault: 1, wrong: 2, taken: 3, hosts: 4, disk: 5, killed: 143 };

/** Runs a scout until it is told to stop, or for one round; gives the code to end with. */
export async function publish(args: string[]): Promise<number> {
  try {
    return await publishAs(readPublishArguments(args));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`scout: ${error.message}\n`);
    return CODES.wrong;
  }
}

async function publishAs(given: PublishArguments): Promise<number> {
  const token = tokenOf(process.env);
  const signer = await readKeyFile(given.key);
  const lock = await takeLock(`${given.state}.lock`);
  if (!lock.held) {
    process.stderr.write(`scout: another scout (process ${lock.by}) has ${given.state}; stop it, or give this one a state of its own\n`);
    return CODES.taken;
  }
  let server: Server | undefined;
  try {
    if (given.serve) server = await serve(given.to, given.serve);
    const url = folderAddress(given);
    const say = (line: string) => void process.stdout.write(`${line}\n`);
    const address = given.json ? undefined : addressLine(given, signer.key);
    if (address) say(address);
    const scout = await runScout({ ...planOf(given, token), signer, url, tell: (news) => say(newsLine(news, Date.now(), given.json)) });
    onSignals(scout.stop);
    const health = await scout.ended;
    if (health.trouble !== undefined) return health.trouble === "disk" ? CODES.disk : CODES.fault;
    return given.once && (health.index.failures > 0 || health.rounds.failures > 0) ? CODES.hosts : CODES.well;
  } finally {
    server?.close();
    lock.release();
  }
}

function planOf({ hosts, gapMs, ...given }: PublishArguments, token: string | undefined): Omit<ScoutPlan, "signer" | "url" | "tell"> {
  const network = { fetch: hosts ? toldFetch(hosts) : liveFetch, isOnline: () => true };
  return {
    ...given,
    network,
    ...(token !== undefined && { statuses: withToken(network, token, Date.now) }),
    readers: { page: (bytes, contentType, signal) => readPage(bytes, contentType, readPdfApart, signal), listing: async (...page) => readListing(...page) },
    settings: { askGapMs: gapMs },
  };
}

/** Who runs a host can see who asks so often, and write to them. */
const liveFetch: typeof fetch = (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("User-Agent", "PaperScout-scout (asks once for all who read its feed)");
  return fetch(input, { ...init, headers });
};

async function takeLock(path: string) {
  try {
    return await holdLock(path, { onLost });
  } catch (error) {
    throw new Refusal(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}); give --state a file in a folder that is there`);
  }
}

/** Whoever has the state by now has read it: what this one would write is not to be written over that. */
function onLost(): void {
  process.stderr.write("scout: another scout has taken the state, since this one stood still for long\n");
  process.exit(CODES.taken);
}

async function serve(folder: string, place: { host: string; port: number }): Promise<Server> {
  return serveFolder(folder, place).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(`--serve ${place.host}:${place.port} does not work (${error.code}); give another port`);
  });
}

/** Once: as a shutdown. Twice: at once. */
function onSignals(stop: () => void): void {
  let isAsked = false;
  const onSignal = () => {
    if (isAsked) process.exit(CODES.killed);
    isAsked = true;
    stop();
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
}
