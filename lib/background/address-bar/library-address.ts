import { cut } from "../../library/filters.ts";
import { formatRoute, paperRoute } from "../../library/route.ts";
import type { Search } from "../../search/search.ts";

/** True for a number alone, of which only the search knows whose it is. */
export function isMereNumber(text: string): boolean {
  return /^[0-9]+$/.test(text.trim());
}

/**
 * The page of the library that a text of the address bar asks for: of the paper whose id it is, of the one whose number
 * it is, as far as the search knows it, else what is found by it.
 */
export function libraryAddress(text: string, search: Search | undefined): `/library.html${string}` {
  const typed = text.trim();
  const isNumber = isMereNumber(typed);
  const [best] = isNumber ? (search?.find(typed, 1) ?? []) : [];
  const isMeant = best?.paper.number === Number(typed);
  const named = isNumber ? isMeant && paperRoute(best?.series ?? "") : paperRoute(typed);
  return `/library.html${formatRoute(named || { page: "search", text: cut(typed), filters: {} })}`;
}
