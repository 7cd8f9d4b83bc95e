/** What the background does, by the names of its schedules, its kinds of jobs and their keys. */

/** Looks at the index. */
export const CHECK_INDEX = "check-index";
/** Reads the index that was downloaded. */
export const COMPARE_INDEX = "compare-index";
/** Asks for drafts. */
export const PROBE_DRAFTS = "probe-drafts";
/** Reads the first page of a draft. */
export const READ_DRAFT = "read-draft";
/** Reads the text of a document. */
export const READ_DOCUMENT = "read-document";
/** Compares the text of a document with the one before it. */
export const COMPARE_REVISION = "compare-revision";
/** Asks for the texts of new revisions of watched papers, some at a time. */
export const READ_REVISIONS = "read-revisions";
/** Reads a feed of finds. */
export const READ_FEED = "read-feed";
/** Asks isocpp.org whether a find of a feed is there. */
export const VERIFY_DRAFT = "verify-draft";
/** Looks at the yearly listing. */
export const CHECK_LISTING = "check-listing";
/** Tells the person when checking has stopped to succeed. */
export const WATCH_OVER = "watch-over";
/** Brings lists and settings together with those of the person's other machines. */
export const SYNC = "sync";

/** The listener that finds what is watched. */
export const MATCHER = "matcher";
/** The one that wants the texts of new revisions. */
export const READER = "reader";

/** The hosts, as their lanes are named: of the index, of drafts, of the yearly listings. */
export const INDEX_HOST = "wg21.link";
export const DRAFT_HOST = "isocpp.org";
export const LISTING_HOST = "www.open-std.org";
