import { deflateSync } from "node:zlib";

export interface TinyPdf {
  /** What each page draws, in the language of PDF; `show` writes it. The font is /F1. */
  pages: string[];
  /** Further objects, from number 10 on, as they stand between "obj" and "endobj". */
  objects?: string[];
  /** Of the properties. */
  title?: string;
  /** Entries of the trailer: "/Encrypt 10 0 R". */
  trailer?: string;
  /** Entries of each page's resources: "/XObject << /X 10 0 R >>". */
  resources?: string;
}

const FIRST_FURTHER = 10;

/** A PDF as small as it can be, with one font that everybody has; its table of objects is true. */
export function tinyPdf({ pages, objects = [], title, trailer = "", resources = "" }: TinyPdf): Uint8Array {
  const numbered = new Map<number, string>([
    [1, "<< /Type /Catalog /Pages 2 0 R >>"],
    [3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"],
    ...objects.map((object, at): [number, string] => [FIRST_FURTHER + at, object]),
  ]);
  if (title !== undefined) numbered.set(4, `<< /Title (${title}) >>`);
  const kids = pages.map((content, at) => {
    const number = FIRST_FURTHER + objects.length + 2 * at;
    numbered.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> ${resources} >> /Contents ${number + 1} 0 R >>`,
    );
    numbered.set(number + 1, stream(content));
    return `${number} 0 R`;
  });
  numbered.set(2, `<< /Type /Pages /Kids [${kids.join(" ")}] /Count ${pages.length} >>`);
  return written(numbered, `/Root 1 0 R ${title === undefined ? "" : "/Info 4 0 R"} ${trailer}`);
}

/** Draws a text at a place, in points from the lower left corner; its letters are those of Latin-1. */
export function show(x: number, y: number, size: number, text: string): string {
  const hex = Array.from(text, (letter) => letter.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return `BT /F1 ${size} Tf ${x} ${y} Td <${hex}> Tj ET\n`;
}

/** An object that is a stream. */
export function stream(content: string, entries = ""): string {
  return `<< /Length ${content.length} ${entries} >>\nstream\n${content}\nendstream`;
}

/** An object that is a packed stream of so many times the same text. */
export function packed(text: string, times: number, entries = ""): string {
  return stream(deflateSync(Buffer.alloc(text.length * times, text, "latin1")).toString("latin1"), `/Filter /FlateDecode ${entries}`);
}

/** The bytes of a PDF with these objects. */
export function written(objects: Map<number, string>, trailer: string): Uint8Array {
  const parts = ["%PDF-1.4\n"];
  let length = parts[0]?.length ?? 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  const table = [...objects].map(([number, object]) => {
    const entry = `${number} 1\n${String(length).padStart(10, "0")} 00000 n \n`;
    add(`${number} 0 obj\n${object}\nendobj\n`);
    return entry;
  });
  const start = length;
  add(`xref\n0 1\n0000000000 65535 f \n${table.join("")}trailer\n<< /Size ${Math.max(...objects.keys()) + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`);
  return Uint8Array.from(Buffer.from(parts.join(""), "latin1"));
}
