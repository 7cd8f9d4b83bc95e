import type { Transaction } from "dexie";

/** Version 4: nothing was starred before there were stars. */
export async function upgradeToStars(transaction: Transaction): Promise<void> {
  await transaction.table("matches").toCollection().modify({ starredAt: 0 });
}
