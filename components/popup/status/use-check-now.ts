import { useEffect, useState } from "preact/hooks";
import { sendMessage } from "../../../lib/messages.ts";
import type { Health } from "../../../lib/store/health/health.ts";
import { useAttempt } from "../../attempts.tsx";

/** A check that was asked for shows itself in the database; should it not, the button must not stay dead. */
const GIVE_UP_MS = 5_000;

export interface CheckNow {
  busy: boolean;
  waitUntil: number | undefined;
  onHold: boolean;
  checkNow: () => void;
}

/** "Check now": asks for a check, is busy until it has ended, and tells what the check waits for: the time until which the host wants no request, or the person who paused it. */
export function useCheckNow({ check, progress, lane }: Health): CheckNow {
  const attempt = useAttempt();
  const [asked, setAsked] = useState(false);
  const [waitUntil, setWaitUntil] = useState<number>();
  const [held, setHeld] = useState(false);
  const paused = lane?.paused ?? false;
  const lastTriedAt = check?.lastTriedAt ?? 0;
  const busy = asked || progress !== undefined;

  useEffect(() => {
    setAsked(false);
    setWaitUntil(undefined);
    setHeld(false);
  }, [lastTriedAt, paused]);
  useEffect(() => {
    if (!asked) return;
    const timer = setTimeout(() => setAsked(false), GIVE_UP_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const checkNow = () => {
    // Not disabled, which would drop the focus.
    if (busy) return;
    void attempt(async () => {
      const answer = await sendMessage("checkNow");
      if (answer.kind === "wait") setWaitUntil(answer.until);
      else if (paused) setHeld(true);
      else setAsked(true);
    });
  };
  return { busy, waitUntil, onHold: held && paused, checkNow };
}
