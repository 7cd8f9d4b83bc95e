import { DRAFT_HOST, INDEX_HOST, LISTING_HOST } from "./work-names.ts";

/** The hosts that PaperScout may ask, as match patterns: the index, drafts, yearly listings. There is no other. */
export const HOSTS = { wg21Link: "https://wg21.link/*", isocpp: "https://isocpp.org/*", openStd: "https://www.open-std.org/*" } as const;

/** The same by the names of their lanes. */
export const HOST_OF: Readonly<Record<string, string>> = { [INDEX_HOST]: HOSTS.wg21Link, [DRAFT_HOST]: HOSTS.isocpp, [LISTING_HOST]: HOSTS.openStd };

const NAMED_ORIGINS: readonly string[] = Object.values(HOSTS).map((pattern) => new URL(pattern).origin);
const THIS_MACHINE: readonly string[] = ["127.0.0.1", "localhost"];

/** Whether that is an address of one of them. */
export function isNamedHost(url: URL): boolean {
  return NAMED_ORIGINS.includes(url.origin);
}

/** Whether a feed may lie there: anywhere behind https, and on this machine. */
export function isFeedAddress({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && THIS_MACHINE.includes(hostname));
}
