/** Of an HTML file, how much is kept and read, without its styles, scripts and data URLs (html/sift-html.ts). */
export const MAX_HTML_BYTES = 1_048_576;
/** Of an HTML file, how much is fetched at most: with its fonts and scripts in it, the header of a paper may stand behind two megabytes. */
export const MAX_SENT_BYTES = 16 * 1_048_576;
/** A PDF has its table of objects at its end: one that is cut cannot be read at all, so a longer one need not be fetched. */
export const MAX_PDF_BYTES = 16 * 1_048_576;

/** An ordinary PDF takes a tenth of a second, and a second where the machine is slow and busy. */
export const PDF_LIMIT_MS = 10_000;

/** Of a first page, in characters. */
export const MAX_TITLE = 300;
export const MAX_NAME = 100;
export const MAX_AUTHORS = 40;
export const MAX_TEXT = 12_000;
export const MAX_ABSTRACT = 1_500;
