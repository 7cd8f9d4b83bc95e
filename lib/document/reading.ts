/**
 * How HTML is read: another number where the same file gives another text. Texts that were read otherwise are kept, compared with what they
 * have (compare/folding), and read again when somebody wants them. 2: empty cells and raised digits.
 */
export const READING = 2;
