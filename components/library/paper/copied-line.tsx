import { useEffect, useState } from "preact/hooks";
import type { Copied } from "./use-copy.ts";

const SHOWN_MS = 6_000;

/** Says that something was copied, wherever on the page that was asked for; what was refused stays. */
export function CopiedLine({ copied: { text, isRefused, count } }: { copied: Copied }) {
  const [over, setOver] = useState(0);
  useEffect(() => {
    if (count === 0 || isRefused) return;
    const timer = setTimeout(() => setOver(count), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [count, isRefused]);
  return (
    <p role="status" class={isRefused ? "copied refused" : "copied"}>
      {over !== count && <span key={count}>{text}</span>}
    </p>
  );
}
