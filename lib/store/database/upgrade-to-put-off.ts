import type { Transaction } from "dexie";

/** Version 5: jobs count their claims, apart from their attempts. What is here already was no database that lost its lists. */
export async function upgradeToPutOff(transaction: Transaction): Promise<void> {
  await transaction
    .table("jobs")
    .toCollection()
    .modify((job) => {
      job.claims = job.attempts;
    });
  await transaction.table("engine").where("name").anyOf("clock", "health").delete();
  for (const name of ["schedules", "cursors"]) {
    await transaction
      .table(name)
      .toCollection()
      .modify((row) => {
        delete row.catchUp;
        delete row.busyMs;
      });
  }
  await transaction.table("state").put({ name: "lists", since: Date.now() });
}
