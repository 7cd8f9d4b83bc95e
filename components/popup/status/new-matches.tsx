import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { translateCount } from "../../text/format-number.ts";

/** Says how many matches have come since the popup was opened, to who does not see them come. `all` is how many there are. */
export function NewMatches({ all }: { all: number | undefined }) {
  const before = useRef(all);
  const [said, setSaid] = useState({ words: "", turn: 0 });
  useLayoutEffect(() => {
    if (all === undefined) return;
    const more = all - (before.current ?? all);
    before.current = all;
    if (more > 0) setSaid(({ turn }) => ({ words: translateCount("count_matches", more), turn: turn + 1 }));
  }, [all]);
  return (
    <p aria-live="polite" class="visually-hidden">
      {/* An empty text is written anew whenever the popup is drawn, and who listens to the page hears of it. */}
      {said.turn > 0 && <span key={said.turn}>{said.words}</span>}
    </p>
  );
}
