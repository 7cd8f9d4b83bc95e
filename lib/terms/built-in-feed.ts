declare const PAPERSCOUT_FEED: string | undefined;

/** The address of the feed that this build carries, put in by wxt.config.ts; "" for none. */
export const BUILT_IN_FEED: string = typeof PAPERSCOUT_FEED === "undefined" ? "" : PAPERSCOUT_FEED;
