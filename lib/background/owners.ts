import type { Owners } from "../work/work.ts";

const PREFIX = "paperscout-owner-";

/** A context is alive as long as it holds the Web Lock of its name, which the browser takes from it when it dies. */
export function lockOwners(): Owners {
  const name = `${PREFIX}${crypto.randomUUID()}`;
  let held: Promise<string> | undefined;
  return {
    self() {
      held ??= new Promise((resolve, reject) => {
        navigator.locks
          .request(name, () => {
            resolve(name);
            return new Promise(() => {});
          })
          .catch(reject);
      });
      return held;
    },
    async alive() {
      const { held = [] } = await navigator.locks.query();
      return new Set(held.flatMap(({ name }) => name ?? []));
    },
  };
}
