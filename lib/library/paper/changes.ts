import type { Paper } from "../../papers/paper.ts";
import { namesAgree } from "../../watch/names/names-agree.ts";
import { titleWords } from "../../watch/names/title-words.ts";
import { dateOf, type LibraryDocument } from "./document.ts";

/** What differs between two documents of a paper, as far as both say; [] where nothing does. */
export interface Changes {
  /** Words of the titles, as spelled there. */
  titleAdded: string[];
  titleRemoved: string[];
  /** Authors. */
  joined: string[];
  left: string[];
  audienceAdded: string[];
  audienceRemoved: string[];
  /** From the earlier date to the later; absent where one of them is no full date, or they are the wrong way round. */
  days?: number;
}

/** More names than any paper has: beyond them a change is not looked for. */
const MOST_NAMES = 200;
const DAY = 24 * 60 * 60_000;

/** Compares what two documents say of themselves. What one of them leaves out is no change, and neither is another spelling of a name. */
export function changesBetween(before: LibraryDocument, after: LibraryDocument): Changes {
  const [old, fresh] = [before.paper, after.paper];
  const days = daysBetween(dateOf(before), dateOf(after));
  return {
    ...titleChanges(old.title, fresh.title),
    ...authorChanges(old, fresh),
    ...audienceChanges(old, fresh),
    ...(days !== undefined && { days }),
  };
}

/** Words are counted: "of of" has lost one beside "of". */
function titleChanges(before: string, after: string): Pick<Changes, "titleAdded" | "titleRemoved"> {
  if (before === "" || after === "") return { titleAdded: [], titleRemoved: [] };
  return { titleAdded: missingWords(after, before), titleRemoved: missingWords(before, after) };
}

/** The words of the one title that the other lacks. */
function missingWords(title: string, other: string): string[] {
  const counts = new Map<string, number>();
  for (const { key } of titleWords(other)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return titleWords(title).flatMap(({ key, spelling }) => {
    const left = counts.get(key) ?? 0;
    counts.set(key, left - 1);
    return left > 0 ? [] : [spelling];
  });
}

function authorChanges({ authors: before }: Paper, { authors: after }: Paper): Pick<Changes, "joined" | "left"> {
  const isKnown = before.length > 0 && after.length > 0 && before.length <= MOST_NAMES && after.length <= MOST_NAMES;
  if (!isKnown) return { joined: [], left: [] };
  return { joined: missingNames(after, before), left: missingNames(before, after) };
}

function missingNames(names: string[], others: string[]): string[] {
  const same = new Set(others);
  return names.filter((name) => !same.has(name) && !others.some((other) => namesAgree(name, other)));
}

function audienceChanges({ audience: before }: Paper, { audience: after }: Paper): Pick<Changes, "audienceAdded" | "audienceRemoved"> {
  if (before.length === 0 || after.length === 0) return { audienceAdded: [], audienceRemoved: [] };
  return { audienceAdded: after.filter((one) => !before.includes(one)), audienceRemoved: before.filter((one) => !after.includes(one)) };
}

/** Whole days from one full date to another; undefined where one is less than that, or the first is the later. */
export function daysBetween(before: string | undefined, after: string | undefined): number | undefined {
  if (before?.length !== 10 || after?.length !== 10) return undefined;
  const days = Math.round((Date.parse(after) - Date.parse(before)) / DAY);
  return days >= 0 ? days : undefined;
}
