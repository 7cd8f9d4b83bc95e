import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { until } from "../driving/until.ts";

const ROOT = resolve(import.meta.dirname, "../../..");

/** It builds all pages, which a busy machine takes a while for. */
const PATIENCE = 180_000;

// What runs is read from /proc.
it.runIf(process.platform === "linux")(
  "npm run dev builds, opens the browser, and leaves nothing behind when it is ended",
  async () => {
    const dev = spawn(process.execPath, [join(ROOT, "scripts/dev.mjs"), "--headless"], { cwd: ROOT, env: outsideOfTests(), stdio: ["ignore", "pipe", "pipe"] });
    // Should it be too late for a signal, it ends by itself when it has lost its parent.
    onTestFinished(() => void dev.kill("SIGKILL"));
    let said = "";
    const ended = new Promise<number | null>((resolve) => dev.on("close", resolve));
    const ready = new Promise<void>((resolve) => {
      for (const stream of [dev.stdout, dev.stderr]) {
        stream.on("data", (text) => {
          said += text;
          if (/^ready /m.test(said)) resolve();
        });
      }
    });
    await Promise.race([ready, ended]);
    expect(said).toMatch(/^ready /m);
    expect(said).toMatch(/^index +\.output\/dev\/index\.json/m);

    const started = descendants(dev.pid ?? 0);
    expect(started.some(({ command }) => /chrom/i.test(command))).toBe(true);
    dev.kill("SIGINT");
    expect(await ended, said).toBe(0);
    // The browser's own children end a moment after it.
    const left = await until(
      "everything that was started has ended",
      async () => started.filter(isAlive),
      (left) => left.length === 0,
    );
    expect(left).toEqual([]);
  },
  PATIENCE,
);

/** As a person's shell has it: told that tests are run, builds behave otherwise. */
function outsideOfTests(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|TEST|VITEST.*)$/.test(name)));
}

interface Running {
  pid: number;
  /** Since the machine was started; with the pid it names a process for good. */
  startedAt: string;
  command: string;
}

/** The process and all that it and its children have started. */
function descendants(root: number): Running[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (readProcess(Number(name)) ?? []) : []));
  const family = new Set([root]);
  // Parents may have higher numbers than their children, so once through is not enough.
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  }
  return all.filter(({ pid }) => family.has(pid));
}

function isAlive({ pid, startedAt }: Running): boolean {
  const now = readProcess(pid);
  return now?.startedAt === startedAt && now.state !== "Z";
}

/** Undefined where there is no such process. */
function readProcess(pid: number): (Running & { parent: number; state: string }) | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name stands in parentheses and may hold anything.
    const [state = "", parent = "", ...rest] = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { pid, parent: Number(parent), state, startedAt: rest[17] ?? "", command: text.slice(text.indexOf("(") + 1, text.lastIndexOf(")")) };
  } catch {
    return undefined;
  }
}
