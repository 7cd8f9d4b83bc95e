import type { PdfExtent } from "../limits.ts";

/** A piece of text as it stands on a page. Units are points, from the lower left corner. */
export interface PdfWord {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Of the letters. */
  size: number;
}

/** What the pages of a PDF hold that were read: their words, and the title that its properties give. `cut`: which limit left out further ones. */
export type PdfText =
  | { ok: true; pages: PdfWord[][]; title: string; cut?: "pages" | "characters" | "time" }
  | { ok: false; problem: "encrypted" | "broken" | "took-too-long" | "no-reader" };

/** Reads the pages of a PDF, the first ones where nothing is said; never rejects. On the signal it stops and says so. */
export type PdfReader = (bytes: Uint8Array, signal?: AbortSignal, extent?: PdfExtent) => Promise<PdfText>;
