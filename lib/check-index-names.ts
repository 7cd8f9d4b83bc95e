/** The schedule, the kind of job and its key under which the index is looked at. */
export const CHECK_INDEX = "check-index";
/** The kind of job that reads what was downloaded. */
export const COMPARE_INDEX = "compare-index";
/** The host of the index, as its lane is named. */
export const INDEX_HOST = "wg21.link";
