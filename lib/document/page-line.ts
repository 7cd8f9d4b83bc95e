/** One line of a page, as the eye sees it. */
export interface PageLine {
  /** Plain; a tabulator stands for a gap as between columns. An address that only a link holds follows its words in angle brackets. */
  text: string;
  /** The same number for lines that belong together: a paragraph, a row of a table, a term and what is said of it. */
  group: number;
  /** In a row of a table and in a list of terms: 0 where the label stands, more where the values do. Absent elsewhere. */
  column?: number;
  /** 1 to 6 in a heading. */
  heading?: number;
  /** What its markup or its size says that it is. */
  part?: "title" | "subtitle" | "author" | "date" | "abstract";
}
