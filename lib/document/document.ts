/** What a block is, as its markup says. "row": of a table, its cells with a tabulator between them, none left out for being empty but the last ones; "code": line ends and indentation as they are. */
export type BlockKind = "text" | "item" | "term" | "quote" | "code" | "row";

export interface Block {
  kind: BlockKind;
  /** Plain; at most MAX_BLOCK characters. */
  text: string;
}

/** What stands below one heading, up to the next one of whatever level. */
export interface Section {
  /** Of its heading, 1 to 6; 0 for what stands before the first one. */
  level: number;
  /** As it is written, with its number; at most MAX_HEADING characters, "" where there is none. */
  title: string;
  /** The titles of the sections that it is a part of, from the outermost. */
  path: string[];
  blocks: Block[];
}

/** Which limit left out the rest. */
export type Cut = "bytes" | "characters" | "blocks" | "depth" | "pages" | "time";

/** The text of a paper. */
export interface PaperText {
  /** From a PDF, lines and tables are only what they look like. */
  form: "html" | "pdf";
  /** READING, of HTML; absent in texts of the first. */
  reading?: number;
  sections: Section[];
  /** Absent where all is there. */
  cut?: Cut;
}

/** Why there is no text: as UnreadableKind of first pages. */
export type NoText = "empty" | "not-a-document" | "encrypted" | "broken" | "too-large" | "no-text" | "took-too-long" | "no-reader";

export type ReadText = { ok: true; text: PaperText } | { ok: false; problem: NoText };
