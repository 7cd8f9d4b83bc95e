import { parseMailing } from "../papers/read-listed-paper.ts";

export const KINDS = ["paper", "draft", "n"] as const;
export type Kind = (typeof KINDS)[number];
export const SORTS = ["newest", "number", "title"] as const;
export type Sort = (typeof SORTS)[number];

/** What the list of papers is narrowed to; what is absent narrows nothing. */
export interface Filters {
  /** As papers have it: "LEWG". */
  audience?: string;
  year?: number;
  /** "2026-10". */
  mailing?: string;
  /** As one would watch an author: "Niebler", "Sy Brand | Simon Brand". */
  author?: string;
  kind?: Kind;
  watched?: true;
  unread?: true;
}

export type FilterName = keyof Filters;
/** In the order of the controls. */
export const FILTER_NAMES: FilterName[] = ["audience", "year", "mailing", "author", "kind", "watched", "unread"];

/** No real value is longer; what is, came from a made-up address. */
const LONGEST_VALUE = 200;

/** Reads the query of an address; what it names and cannot be a filter is left out. */
export function readFilters(query: URLSearchParams): { filters: Filters; sort?: Sort } {
  const text = (name: string) => cut(query.get(name) ?? "");
  const year = /^(?:19|20|21)\d\d$/.test(text("year")) ? Number(text("year")) : undefined;
  const mailing = readMailingId(text("mailing"));
  const kind = KINDS.find((one) => one === query.get("kind"));
  const sort = SORTS.find((one) => one === query.get("sort"));
  const filters: Filters = {
    ...(text("audience") && { audience: text("audience") }),
    ...(year && { year }),
    ...(mailing && { mailing }),
    ...(text("author") && { author: text("author") }),
    ...(kind && { kind }),
    ...(query.get("watched") === "1" && { watched: true }),
    ...(query.get("unread") === "1" && { unread: true }),
  };
  return { filters, ...(sort && { sort }) };
}

/** The query that readFilters reads back: "?audience=LEWG&watched=1"; "" where there is nothing to say. */
export function writeFilters(filters: Filters, sort?: Sort): string {
  const query = new URLSearchParams();
  for (const name of FILTER_NAMES) {
    const value = filters[name];
    if (value !== undefined) query.set(name, value === true ? "1" : String(value));
  }
  if (sort) query.set("sort", sort);
  return query.size > 0 ? `?${query}` : "";
}

/** "2026-10", and nothing but that; undefined for any other text. */
export function readMailingId(text: string): string | undefined {
  return text.length === 7 ? parseMailing(text) : undefined;
}

/** Trimmed, well formed and of a length that a control can hold. */
export function cut(text: string): string {
  return text.slice(0, LONGEST_VALUE).toWellFormed().trim();
}
