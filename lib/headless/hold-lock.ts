import { randomUUID } from "node:crypto";
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Who holds the state. A process is named by its number and when it was started: numbers come again, after a start of the machine or the container at once. */
interface Holder {
  pid: number;
  startedAt: string;
  token: string;
}

export type Lock = { held: true; release: () => void } | { held: false; by: number };

/**
 * Takes the state for this process alone, until it is released or the process is gone; what a dead one left is taken over.
 * Machines that share a disk do not see each other's processes: the state belongs on a disk of one machine.
 */
export function holdLock(path: string): Lock {
  const mine: Holder = { pid: process.pid, startedAt: startOf(process.pid) ?? "", token: randomUUID() };
  const beside = `${path}.${mine.token}`;
  writeFileSync(beside, JSON.stringify(mine));
  try {
    for (;;) {
      // A link is there with all of its content, or not at all.
      if (tries(() => linkSync(beside, path))) return { held: true, release: () => rmSync(path, { force: true }) };
      const holder = readHolder(path);
      if (holder && isAlive(holder)) return { held: false, by: holder.pid };
      // Of several who find it dead one moves it away; and where that was meanwhile somebody's who lives, it goes back.
      const away = `${beside}.dead`;
      if (!tries(() => renameSync(path, away))) continue;
      const moved = readHolder(away);
      if (moved && moved.token !== holder?.token && isAlive(moved)) tries(() => linkSync(away, path));
      rmSync(away, { force: true });
    }
  } finally {
    rmSync(beside, { force: true });
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
