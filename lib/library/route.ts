import { isPaper } from "../papers/paper.ts";
import { formatPaperId, type PaperId, parsePaperId } from "../papers/paper-id.ts";
import { readName } from "../watch/names/read-name.ts";
import { cut, type Filters, readFilters, readMailingId, type Sort, writeFilters } from "./filters.ts";
import { GROUPINGS, type Grouping, INBOX_VIEWS, type InboxView } from "./inbox/inbox-view.ts";

/** A place in the library, as the part of the address after "#" names it. */
export type Route =
  | { page: "search"; text: string; filters: Filters /** Absent: as it suits the text. */; sort?: Sort }
  /** `series` is "P2300", `document` the one that was asked for: "P2300R10". */
  | { page: "paper"; series: string; document?: string }
  /** What changed between two of its documents, each by its id, or what a draft said before ("D2300R11@before"); absent: as it suits. */
  | { page: "changes"; series: string; before?: string; after?: string }
  | { page: "author"; name: string }
  /** With an audience: what it has in that mailing. */
  | { page: "mailing"; mailing: string; audience?: string }
  | { page: "mailings" }
  | { page: "inbox"; view: InboxView; by: Grouping }
  /** It names nothing; `text` is what a person may have meant. */
  | { page: "nothing"; text: string };

/** The library's beginning: every paper, newest first. */
export const HOME: Route = { page: "search", text: "", filters: {} };

/** What is unread, by paper. */
export const INBOX: Route = { page: "inbox", view: "unread", by: "paper" };

/** Reads the hash of an address, with its "#" or without; never throws. */
export function parseRoute(hash: string): Route {
  const address = hash.replace(/^#/, "");
  const mark = address.indexOf("?");
  const [path, query] = mark < 0 ? [address, ""] : [address.slice(0, mark), address.slice(mark + 1)];
  if (path === "" || path === "/") return search("", query);
  const [, of, sides = ""] = /^\/([A-Z]+[0-9]+)\/changes(?:\/(.*))?$/is.exec(path) ?? [];
  if (of !== undefined) return changesRoute(of, cut(decode(sides))) ?? { page: "nothing", text: cut(decode(path)) };
  const [, page = "", rest = ""] = /^\/([a-z]+)(?:\/(.*))?$/s.exec(path) ?? [];
  const text = cut(decode(rest));
  const nothing: Route = { page: "nothing", text: text || cut(decode(path)) };
  switch (page) {
    case "search":
      return search(text, query);
    case "paper":
      return paperRoute(text) ?? nothing;
    case "author":
      return readName(text) ? { page: "author", name: text } : nothing;
    case "mailing": {
      const mailing = readMailingId(text);
      const audience = cut(new URLSearchParams(query).get("audience") ?? "");
      return mailing ? { page: "mailing", mailing, ...(audience && { audience }) } : nothing;
    }
    case "mailings":
      return text === "" ? { page: "mailings" } : nothing;
    case "inbox":
      return text === "" ? inbox(new URLSearchParams(query)) : nothing;
    default:
      return nothing;
  }
}

/** The address of a route, with its "#"; parseRoute reads it back. */
export function formatRoute(route: Route): string {
  switch (route.page) {
    case "search":
      return `#/${route.text === "" ? "" : `search/${encode(route.text)}`}${writeFilters(route.filters, route.sort)}`;
    case "paper":
      return `#/paper/${encode(route.document ?? route.series)}`;
    case "changes":
      return `#/${route.series}/changes${route.before && route.after ? `/${sideText(route, route.before)}..${sideText(route, route.after)}` : ""}`;
    case "author":
      return `#/author/${encode(route.name)}`;
    case "mailing":
      return `#/mailing/${route.mailing}${route.audience === undefined ? "" : writeFilters({ audience: route.audience })}`;
    case "mailings":
      return "#/mailings";
    case "inbox":
      return `#/inbox${inboxQuery(route)}`;
    case "nothing":
      return `#/nothing/${encode(route.text)}`;
  }
}

/** The route to the page of a paper: from "P2300", "d2300r11" or "2300"; undefined where the text names none. */
export function paperRoute(text: string): Extract<Route, { page: "paper" }> | undefined {
  const id = parsePaperId(/^\d+$/.test(text) ? `P${text}` : text);
  if (!id || !isPaper(id)) return undefined;
  // An April paper's number belongs to another paper: it is a series of its own.
  if (!id.regular) return { page: "paper", series: text.toUpperCase() };
  const series = seriesIdOf(id);
  const document = formatPaperId(id);
  return { page: "paper", series, ...(document !== series && { document }) };
}

const BEFORE = "@before";

/** The route to the changes of a paper: of "P2300" and "R9..R10", "D2300R11..P2300R11", "P0443R14..R0" or "". */
function changesRoute(of: string, sides: string): Extract<Route, { page: "changes" }> | undefined {
  const { series, document } = paperRoute(of) ?? {};
  if (series === undefined || document !== undefined) return undefined;
  if (sides === "") return { page: "changes", series };
  const [before, after, ...others] = sides.split("..").map((side) => sideId(series, side));
  return before && after && others.length === 0 ? { page: "changes", series, before, after } : undefined;
}

/** "R9" of P2300 is "P2300R9"; any document may be named by its whole id. */
function sideId(series: string, side: string): string | undefined {
  const [, id = "", mark = ""] = /^(.*?)(@before)?$/is.exec(side) ?? [];
  const route = paperRoute(/^R[0-9]+$/i.test(id) ? `${series}${id}` : id);
  const document = route?.document ?? (route?.series.startsWith("N") ? route.series : undefined);
  return document === undefined ? undefined : `${document}${mark.toLowerCase()}`;
}

function sideText({ series }: { series: string }, id: string): string {
  return id.startsWith(`${series}R`) && !id.endsWith(BEFORE) ? id.slice(series.length) : id;
}

function seriesIdOf({ prefix, number }: PaperId): string {
  return formatPaperId({ prefix: prefix === "N" ? "N" : "P", number });
}

/** What does not change while a person types, filters, sorts and chooses what is compared; where it does change, they are somewhere else. */
export function placeOf(route: Route): string {
  if (route.page === "search" || route.page === "inbox") return route.page;
  return formatRoute(route.page === "changes" ? { page: "changes", series: route.series } : route);
}

function inbox(query: URLSearchParams): Route {
  const view = INBOX_VIEWS.find((one) => one === query.get("view")) ?? "unread";
  const by = GROUPINGS.find((one) => one === query.get("by")) ?? "paper";
  return { page: "inbox", view, by };
}

function inboxQuery({ view, by }: Extract<Route, { page: "inbox" }>): string {
  const query = new URLSearchParams({ ...(view !== "unread" && { view }), ...(by !== "paper" && { by }) });
  return query.size > 0 ? `?${query}` : "";
}

function search(text: string, query: string): Route {
  return { page: "search", text, ...readFilters(new URLSearchParams(query)) };
}

/** A text whose percent signs encode nothing is meant as it stands. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}
