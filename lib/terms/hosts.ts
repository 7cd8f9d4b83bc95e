import { DRAFT_HOST, INDEX_HOST, LISTING_HOST } from "./work-names.ts";

/** The hosts that PaperScout may ask, as match patterns: the index, drafts, yearly listings. There is no other. */
export const HOSTS = { wg21Link: "https://wg21.link/*", isocpp: "https://isocpp.org/*", openStd: "https://www.open-std.org/*" } as const;

/** The same by the names of their lanes. */
export const HOST_OF: Readonly<Record<string, string>> = { [INDEX_HOST]: HOSTS.wg21Link, [DRAFT_HOST]: HOSTS.isocpp, [LISTING_HOST]: HOSTS.openStd };
