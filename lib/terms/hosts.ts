/** The hosts that PaperScout may ask, as match patterns: the index, drafts, yearly listings. There is no other. */
export const HOSTS = { wg21Link: "https://wg21.link/*", isocpp: "https://isocpp.org/*", openStd: "https://www.open-std.org/*" } as const;
