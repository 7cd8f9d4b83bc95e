import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type FeedHead, readHead } from "../../lib/feed/head.ts";
import { type Part, partName, partToRead, readPart } from "../../lib/feed/part.ts";
import { makeKeyFile, readKeyFile } from "../../lib/headless/key-file.ts";
import type { Web } from "../web/web.ts";

/** Scouts that begin one after the other compile what they run once. */
const NODE_COMPILE_CACHE = join(tmpdir(), "paperscout-compiled");
const COMMAND = resolve(import.meta.dirname, "../../scripts/scout.ts");

/** A scout in a process of its own, that asks the double of the web. */
export interface ScoutProcess {
  process: ChildProcess;
  /** Resolves when it is gone: its code, or the signal that ended it, and what it has written. */
  ended: Promise<{ code: number | string; stdout: string; stderr: string }>;
}

/** A folder with a key, that one where it is given, in which scouts run one after the other; of the sources, unless another `command` is told. */
export async function scoutFolder(web: Web, pem?: string, command = COMMAND) {
  const folder = mkdtempSync(join(tmpdir(), "scout-"));
  const path = (name: string) => join(folder, name);
  if (pem !== undefined) writeFileSync(path("key"), pem, { mode: 0o600 });
  const { key } = pem === undefined ? await makeKeyFile(path("key")) : await readKeyFile(path("key"));

  function start(...options: string[]): ScoutProcess {
    return startIn([], options);
  }

  /** `around` is a command that starts another. */
  function startIn(around: string[], options: string[]): ScoutProcess {
    const hosts = `${web.proxy.host}:${web.proxy.port}`;
    const args = [command, "publish", "--to", path("served"), "--state", path("state"), "--key", path("key"), "--hosts", hosts, "--gap", "0", ...options];
    const [program = "", ...words] = [...around, process.execPath, ...args];
    const child = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NODE_COMPILE_CACHE } });
    const said = { stdout: "", stderr: "" };
    for (const stream of ["stdout", "stderr"] as const) child[stream].setEncoding("utf8").on("data", (text) => (said[stream] += text));
    return { process: child, ended: once(child, "close").then(([code, signal]) => ({ code: code ?? signal, ...said })) };
  }

  return {
    path,
    key,
    start,
    /** One round from its beginning to its end. */
    round: (...options: string[]) => start("--once", ...options).ended,
    /** The same where no file can have more than some bytes, as on a disk that is full. */
    roundWithoutRoom: () => startIn(["sh", "-c", 'ulimit -f 1; exec "$@"', "sh"], ["--once"]).ended,
    /** What a reader finds there, as one that has read that payload; throws where it would refuse it. */
    read: (latest?: string) => readServed(path("served"), key, latest),
    /** The drafts of the part that a reader reads there which has read the head of that time (epoch ms). */
    readNews: async (readAt?: number) => (await readServed(path("served"), key, undefined, readAt))?.drafts,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Served extends Part {
  head: FeedHead;
  payload: string;
}

/** Undefined where nothing was published yet. */
async function readServed(folder: string, key: string, latest: string | undefined, readAt?: number): Promise<Served | undefined> {
  const fileOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  let bytes: Uint8Array;
  try {
    bytes = fileOf("head.json");
  } catch {
    return undefined;
  }
  const read = await readHead(bytes, { keys: [key], latest }, Date.now());
  if (!read.ok) throw new Error(`The head is refused: ${read.refusal}.`);
  const named = partToRead(read.head.parts, readAt);
  const part = named && (await readPart(fileOf(partName(named)), named, read.head));
  if (!part?.ok || part.odd > 0) throw new Error(`The part is refused: ${part?.ok ? "odd facts" : part?.refusal}.`);
  return { head: read.head, payload: read.payload, drafts: part.drafts, statuses: part.statuses };
}
