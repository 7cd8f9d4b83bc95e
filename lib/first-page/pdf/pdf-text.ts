/** A piece of text as it stands on a page. Units are points, from the lower left corner. */
export interface PdfWord {
  text: string;
  x: number;
  y: number;
  width: number;
  /** Of the letters. */
  size: number;
}

/** What the first pages of a PDF hold: their words, and the title that its properties give. */
export type PdfText = { ok: true; pages: PdfWord[][]; title: string } | { ok: false; problem: "encrypted" | "broken" | "took-too-long" | "no-reader" };

/** Reads the first pages of a PDF; never rejects. On the signal it stops and says so. */
export type PdfReader = (bytes: Uint8Array, signal?: AbortSignal) => Promise<PdfText>;
