import type { Owners } from "../../work/work.ts";

const PREFIX = "paperscout-owner-";

/**
 * A context is alive as long as it holds the Web Lock of its name, which the browser takes from it when it dies. Where
 * there are no locks its name is another one, of which nobody can say whether it lives: its leases end in their time.
 */
export function lockOwners(): Owners {
  const id = crypto.randomUUID();
  let held: Promise<string> | undefined;
  return {
    self() {
      held ??= new Promise<string>((resolve, reject) => {
        const name = `${PREFIX}${id}`;
        navigator.locks
          .request(name, () => {
            resolve(name);
            return new Promise(() => {});
          })
          .catch(reject);
      }).catch((error) => {
        console.warn("PaperScout:", error);
        return id;
      });
      return held;
    },
    async alive() {
      try {
        const { held = [] } = await navigator.locks.query();
        const names = new Set(held.flatMap(({ name }) => name ?? []));
        return { has: (name) => !name.startsWith(PREFIX) || names.has(name) };
      } catch (error) {
        console.warn("PaperScout:", error);
        return undefined;
      }
    },
  };
}
