import type { Transaction } from "dexie";
import { newCursor } from "../../work/listeners/new-cursor.ts";
import { effectOf } from "./effects.ts";
import type { Match } from "./schema.ts";

/** Version 1 kept its schedule in one row and one mark in the log. What it had not told yet is told now; what a host asked for still holds. */
export async function upgradeToWork(transaction: Transaction): Promise<void> {
  const [cursors, state, log, matches] = ["cursors", "state", "log", "matches"].map((name) => transaction.table(name));
  if (!cursors || !state || !log || !matches) return;
  const matcher = (await cursors.get("matcher")) as { seq: number } | undefined;
  const head = ((await log.toCollection().reverse().firstKey()) ?? 0) as number;
  await cursors.clear();
  await cursors.add(newCursor("matcher", { forward: matcher?.seq ?? 0, priority: 0 }));
  await cursors.add(newCursor("notifier", { forward: head, priority: 0 }));

  const check = await state.get("check");
  if (check) {
    const { nextAt: _, notBefore, ...kept } = check;
    await state.put(kept);
    await transaction.table("lanes").add({ host: "wg21.link", cap: 1, gapMs: 0, nextAt: notBefore, askedUntil: notBefore, paused: false, strikes: 0 });
  }

  const told = (await matches.toArray()) as Match[];
  await transaction.table("effects").bulkPut(told.filter(({ notifiedAt }) => notifiedAt > 0).map(effectOf));
  const untold = told.filter(({ notifiedAt }) => notifiedAt === 0);
  if (untold.length > 0) await log.add({ kind: "matches-found", ids: untold.map(({ id }) => id), at: Date.now() });
}
