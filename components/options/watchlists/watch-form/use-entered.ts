import { useEffect, useMemo, useState } from "preact/hooks";
import { isFarBeyond, nearMisses } from "../../../../lib/watch/suggesting/near-misses.ts";
import { onePerson } from "../../../../lib/watch/suggesting/one-person.ts";
import { isSameWatch } from "../../../../lib/watch/syntax/is-same-watch.ts";
import { type MeantWatch, meantWatch } from "../../../../lib/watch/syntax/meant-watch.ts";
import { type ParsedWatch, parseWatch } from "../../../../lib/watch/syntax/parse-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useDebounced } from "../../../hooks/use-debounced.ts";
import { type KnownPapers, useIndex } from "../index-context.tsx";
import { byPapers, type Choice, useAllFinds } from "./use-finds.ts";

const TYPING_MS = 200;
/** Whoever presses Enter waits no longer for what the index says of it. */
const PATIENCE_MS = 2_000;

/** What stands in the field, as it is understood. */
export interface Entered {
  parsed: ParsedWatch;
  /** Where it is one watch. */
  meant: MeantWatch | undefined;
  /** Undefined while the person types or the index is being read. */
  index: KnownPapers | undefined;
  /** Between an author and a title: whichever finds more first. */
  choices: Choice[];
  /** What was perhaps meant by a watch that finds nothing, most papers first. */
  instead: Choice[];
  /** "Last, First" may name one person, or two by their surnames. */
  isPair: boolean;
  /** Its number is far beyond all that have come. */
  isFar: boolean;
  /** All of this is known, or there is nothing to know it from. */
  isLooked: boolean;
}

/** Reads what is typed, and asks the index about it once the typing rests. `standing` is the watch that is being changed. */
export function useEntered(text: string, standing?: Watch): Entered {
  const known = useIndex().index;
  const parsed = parseWatch(text);
  const settled = useDebounced(text, TYPING_MS) === text;
  const index = settled ? known : undefined;
  const asked = index && index.papers.length > 0 ? index : undefined;
  const isStanding = parsed.ok && standing !== undefined && isSameWatch(parsed.watch, standing);
  const author = parsed.ok ? parsed.watch : parsed.problem === "ambiguous" ? parsed.choices[0] : undefined;
  const person = useMemo(() => (asked && author && !isStanding ? onePerson(author, text, asked.vocabulary) : undefined), [asked, isStanding, text]);
  const asMeant = (watch: Watch) => (person?.isPlain && watch.kind === "author" ? person.watch : watch);
  const meant = parsed.ok ? (isStanding ? { watch: parsed.watch } : meantWatch(asMeant(parsed.watch))) : undefined;
  const watches = meant ? [meant.watch] : !parsed.ok && parsed.problem === "ambiguous" ? parsed.choices.map(asMeant) : [];
  const finds = useAllFinds(watches, asked);
  const isFar = asked !== undefined && meant !== undefined && !isStanding && isFarBeyond(meant.watch, asked.frontier, asked.vocabulary);
  const findsNothing = finds?.every(({ count }) => count === 0) ?? false;
  const near = useMemo(() => {
    if (!asked || isStanding) return [];
    if (person && !person.isPlain) return [person.watch];
    if (!findsNothing) return [];
    // A number that is about to be given out has neighbours, too.
    return watches.flatMap((watch) => (watch.kind === "paper" && !isFar ? [] : nearMisses(watch, asked.vocabulary)));
  }, [asked, findsNothing, isStanding, isFar, person, text]);
  const nearFinds = useAllFinds(near, asked);
  return {
    parsed,
    meant,
    index,
    choices: meant ? [] : byPapers(watches, finds),
    instead: nearFinds ? byPapers(near, nearFinds).filter(({ watch, papers }) => papers !== 0 || watch === person?.watch) : [],
    isPair: person !== undefined && !person.isPlain,
    isFar,
    isLooked: index !== undefined && (asked === undefined || (finds !== undefined && nearFinds !== undefined)),
  };
}

/**
 * Calls `act` for what was submitted as soon as the index has been asked about it, or has kept silent for long. Who types on
 * before that is asked nothing: `typedOn` is called as it was when that was submitted. Returns what submits.
 */
export function useWhenLooked(isLooked: boolean, text: string, act: () => void, typedOn: () => void): () => void {
  const [submitted, setSubmitted] = useState<{ text: string; typedOn: () => void }>();
  const [isLate, setLate] = useState(false);
  const isWaiting = submitted?.text === text;
  useEffect(() => {
    if (!submitted || isWaiting) return;
    setSubmitted(undefined);
    submitted.typedOn();
  }, [submitted, isWaiting]);
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setTimeout(setLate, PATIENCE_MS, true);
    return () => clearTimeout(timer);
  }, [isWaiting]);
  useEffect(() => {
    if (!isWaiting || !(isLooked || isLate)) return;
    setSubmitted(undefined);
    setLate(false);
    act();
  }, [isWaiting, isLooked, isLate]);
  return () => setSubmitted({ text, typedOn });
}
