import type { Work } from "./work.ts";

/** The owners of leases that are known to be dead: seen in a lease first, and not among the living afterwards. Empty where nobody can say. */
export async function deadOwners({ world }: Work): Promise<Set<string>> {
  const db = await world.database();
  const owners = new Set((await db.jobs.where("until").above(0).toArray()).flatMap(({ owner }) => owner ?? []));
  if (owners.size === 0) return owners;
  const alive = await world.owners.alive();
  return alive ? new Set([...owners].filter((owner) => !alive.has(owner))) : new Set();
}
