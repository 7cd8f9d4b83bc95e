import { formatPaperId, parsePaperId } from "../../papers/paper-id.ts";
import type { Watch } from "../watch.ts";

/** What somebody who typed or pasted a watch is taken to want. */
export interface MeantWatch {
  watch: Watch;
  /** The one revision that was named, which can be watched alone. */
  only?: Watch;
}

/** Whoever names a revision waits for the paper: published ones never change, and the next one has another number. */
export function meantWatch(watch: Watch): MeantWatch {
  const id = watch.kind === "paper" ? parsePaperId(watch.text) : undefined;
  if (id?.revision === undefined) return { watch };
  return { watch: { kind: "paper", text: formatPaperId({ prefix: id.prefix, number: id.number }) }, only: watch };
}
