import { useEffect, useState } from "preact/hooks";
import { useAttempt } from "../../attempts.tsx";
import { type Deed, OFFERED_MS, type Offer, saidOf, settled, taken, withDeed } from "./undo-stack.ts";

/** Does what a person asked for; gives how to take it back, or undefined where there is nothing to. */
type Act = () => Promise<Offer | undefined>;

export interface Undo {
  /** What the next undo takes back, in words; undefined where there is nothing, or the words are still to come. */
  text: string | undefined;
  /** Nothing will be said any more after the next undo. */
  isLast: boolean;
  /** Does it. From now on the next undo is of it, also while it is not done yet. */
  act: (act: Act) => void;
  /** Undoes the last thing done. False where there is nothing to undo. */
  undo: () => boolean;
  /** While it is held, as by the pointer or the focus, nothing is forgotten. */
  hold: (held: boolean) => void;
}

/** Remembers for a while how to take back what was done. */
export function useUndo(): Undo {
  const attempt = useAttempt();
  const [deeds, setDeeds] = useState<Deed[]>([]);
  const [held, hold] = useState(false);
  const text = saidOf(deeds);
  const isSaid = text !== undefined;
  const { deed, left } = taken(deeds);
  useEffect(() => {
    // What has gone cannot be left: no browser says so of the pointer.
    if (!isSaid) hold(false);
  }, [isSaid]);
  useEffect(() => {
    if (held || deeds.length === 0) return;
    const timer = setTimeout(() => setDeeds([]), OFFERED_MS);
    return () => clearTimeout(timer);
  }, [deeds, held]);
  return {
    text,
    isLast: saidOf(left) === undefined,
    hold,
    act(act) {
      const done = act();
      setDeeds((deeds) => withDeed(deeds, { done }));
      const settle = (offer: Offer | undefined) => setDeeds((deeds) => settled(deeds, done, offer));
      void attempt(() =>
        done.then(settle, (error) => {
          settle(undefined);
          throw error;
        }),
      );
    },
    undo() {
      if (!deed) return false;
      setDeeds(left);
      void attempt(async () => (await deed.done)?.undo());
      return true;
    },
  };
}
