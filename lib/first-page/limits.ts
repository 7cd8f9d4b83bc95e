/** Of an HTML file, how much is kept and read, without its styles, scripts and data URLs (document/html/sift-html.ts). */
export const MAX_HTML_BYTES = 1_048_576;
/** Of an HTML file, how much is fetched at most: with its fonts and scripts in it, the header of a paper may stand behind two megabytes. */
export const MAX_SENT_BYTES = 16 * 1_048_576;

/** Of a first page, in characters. */
export const MAX_TITLE = 300;
export const MAX_NAME = 100;
export const MAX_AUTHORS = 40;
export const MAX_TEXT = 12_000;
export const MAX_ABSTRACT = 1_500;
