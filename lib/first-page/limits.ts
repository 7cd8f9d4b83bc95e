/** Of a file, how much is to be fetched. The header of an HTML paper stands behind its style sheet, the longest of which has 60 kB. */
export const MAX_HTML_BYTES = 1_048_576;
/** A PDF has its table of objects at its end: one that is cut cannot be read at all, so a longer one need not be fetched. */
export const MAX_PDF_BYTES = 16 * 1_048_576;

/** An ordinary PDF takes a tenth of a second, and a second where the machine is slow and busy. */
export const PDF_LIMIT_MS = 10_000;

/** Of a first page, in characters. */
export const MAX_TITLE = 300;
export const MAX_NAME = 100;
export const MAX_AUTHORS = 40;
export const MAX_TEXT = 12_000;
