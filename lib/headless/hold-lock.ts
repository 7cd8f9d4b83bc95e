import { randomUUID } from "node:crypto";
import { existsSync, linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimes, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/** Who holds the state. A process is named by its number and when it was started: numbers come again, after a start of the machine or the container at once. */
interface Holder {
  pid: number;
  startedAt: string;
  /** In which space of processes it has that number: each container has its own, and in each the first is 1. */
  space?: string;
  token: string;
}

export type Lock = { held: true; release: () => void } | { held: false; by: number };

interface LockOptions {
  /** Somebody else has it by now, who took this process for dead: it was stopped for long. */
  onLost?: () => void;
  beatMs?: number;
  /** Whoever cannot be seen and has not beaten for so long is dead. */
  patienceMs?: number;
}

const BEAT_MS = 5_000;
const PATIENCE_MS = 30_000;

/**
 * Takes the state for this process alone, until it is released or the process is gone; what a dead one left is taken over.
 * The file is touched all the time, for those who do not see this process, in other containers: they wait whether it is.
 * Machines that share a disk do not see each other's processes: the state belongs on a disk of one machine.
 */
export async function holdLock(path: string, { onLost = () => {}, beatMs = BEAT_MS, patienceMs = PATIENCE_MS }: LockOptions = {}): Promise<Lock> {
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? "", space: spaceHere(), token: randomUUID() };
  const beside = `${path}.${mine.token}`;
  writeFileSync(beside, JSON.stringify(mine));
  try {
    for (;;) {
      // A link is there with all of its content, or not at all.
      if (tries(() => linkSync(beside, path))) return { held: true, release: keep(path, mine.token, beatMs, onLost) };
      const holder = readHolder(path);
      if (holder && (isUnseen(holder) ? await beats(path, holder, patienceMs) : isAlive(holder))) return { held: false, by: holder.pid };
      // Of several who find it dead one moves it away; and where that was meanwhile somebody's who lives, it goes back.
      const away = `${beside}.dead`;
      if (!tries(() => renameSync(path, away))) continue;
      const moved = readHolder(away);
      if (moved && moved.token !== holder?.token && (isUnseen(moved) || isAlive(moved))) tries(() => linkSync(away, path));
      rmSync(away, { force: true });
    }
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Touches the lock until the function that it gives is called, which gives it back where it is still one's own. */
function keep(path: string, token: string, beatMs: number, onLost: () => void): () => void {
  const timer = setInterval(() => {
    const holder = readHolder(path);
    // A disk in trouble is told of where the state is written.
    if (!holder || holder.token === token) return utimes(path, new Date(), new Date(), () => {});
    clearInterval(timer);
    onLost();
  }, beatMs).unref();
  return () => {
    clearInterval(timer);
    if (readHolder(path)?.token === token) rmSync(path, { force: true });
  };
}

/** Whether that holder touches the lock before patience is at its end; false also where it is another's by then, or nobody's. */
async function beats(path: string, { token }: Holder, patienceMs: number): Promise<boolean> {
  const touchedAt = () => statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  const before = touchedAt();
  for (let turn = 0; turn < 20; turn++) {
    await wait(patienceMs / 20);
    if (readHolder(path)?.token !== token) return false;
    if (touchedAt() !== before) return true;
  }
  return false;
}

function isUnseen({ space }: Holder): boolean {
  return space !== undefined && space !== spaceHere();
}

/** "" where the system tells nothing of it. */
function spaceHere(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

function tries(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST" || code === "ENOENT") return false;
    throw error;
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Holder;
  } catch {
    return undefined;
  }
}

function isAlive({ pid, startedAt }: Holder): boolean {
  if (pid === process.pid) return startedAt === startOf(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is one, too.
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const start = startOf(pid);
  return start === undefined || start === startedAt;
}

/** When the process was started, in whatever way this system tells; "" where it tells nothing, undefined where it no longer tells it of this one. */
function startOf(pid: number): string | undefined {
  if (!existsSync("/proc/self/stat")) return "";
  try {
    // Behind the name, which may hold anything, stand 19 fields and then the start, counted from that of the machine.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const ticks = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${ticks}`;
  } catch {
    return undefined;
  }
}
