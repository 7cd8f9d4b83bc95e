/**
 * How HTML is read: another number where the same file gives another text. Texts that were read otherwise are kept, compared with what they
 * have (compare/folding), and read again when somebody wants them. 2: empty cells and raised digits. 3: formulas in MathML, "^" before raised
 * letters, short paragraphs behind a table of contents, and rows of a table in a PDF.
 */
export const READING = 3;
