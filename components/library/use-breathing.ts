import { useEffect, useState } from "preact/hooks";
import type { Breathe } from "../../lib/library/breathe.ts";
import { pageBreath } from "./page-breath.ts";

/**
 * The result of long work, done anew at each change of `inputs` without holding the page. Undefined until it is first
 * there; the result before stays until the next is there, unless `what` has changed, which names what it is about.
 * A failure throws while rendering.
 */
export function useBreathing<Result>(work: (breathe: Breathe) => Promise<Result>, inputs: unknown[], what = ""): Result | undefined {
  const [latest, setLatest] = useState<{ what: string; value?: Result; error?: unknown }>();
  useEffect(() => {
    let isCurrent = true;
    const breath = pageBreath();
    // Work that nobody waits for any more stops at its next breath, for good.
    const breathe = () => (isCurrent ? breath() : new Promise<void>(() => {}));
    work(breathe).then(
      (value) => isCurrent && setLatest({ what, value }),
      (error) => isCurrent && setLatest({ what, error: error ?? new Error("The work gave no reason.") }),
    );
    return () => {
      isCurrent = false;
    };
  }, [...inputs, what]);
  if (latest && "error" in latest) throw latest.error;
  return latest?.what === what ? latest.value : undefined;
}
