import { useMemo } from "preact/hooks";
import { useDebounced } from "./hooks/use-debounced.ts";

/** Longer than between two letters, shorter than one waits for an answer. */
export const SAID_AFTER_MS = 500;

interface SaidWhenQuietProps {
  /** "" for nothing. */
  words: string;
  /** What they answer: the same words about something else are said again. */
  of: string;
}

/** Has a screen reader say these words once they have stood for a moment: a person who types hears one answer, not one with every letter. What is seen stands beside it. */
export function SaidWhenQuiet({ words, of }: SaidWhenQuietProps) {
  const answer = useMemo(() => ({ words, of }), [words, of]);
  const isQuiet = useDebounced(answer, SAID_AFTER_MS) === answer;
  return (
    <span class="visually-hidden" aria-live="polite">
      {isQuiet && words}
    </span>
  );
}
