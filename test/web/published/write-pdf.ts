/** One line of a page: its words, and how large and bold they stand. */
export interface PdfLine {
  text: string;
  size?: number;
  bold?: boolean;
}

const LEFT = 72;
const TOP = 740;
const BODY_SIZE = 11;
/** Of a line, in sizes of its letters. */
const LEADING = 1.4;

const windows1252 = new TextDecoder("windows-1252");
const BYTES = new Map(Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte]));

/**
 * A small PDF 1.4 with these lines on these pages, US letter, in Helvetica: nothing packed, and its table of objects is true.
 * Throws for a letter that the font's own encoding (WinAnsi) does not have.
 */
export function writePdf(pages: PdfLine[][]): Buffer {
  const pageNumbers = pages.map((_, at) => 5 + 2 * at);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(" ")}] /Count ${pages.length} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ...pages.flatMap((lines, at) => {
      const content = drawLines(lines);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${6 + 2 * at} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];

  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  // Each entry is 20 bytes, the line's end included.
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    "latin1",
  );
}

function drawLines(lines: PdfLine[]): string {
  let y = TOP;
  const drawn = lines.map(({ text, size = BODY_SIZE, bold = false }) => {
    y -= size * LEADING;
    return `BT /F${bold ? 2 : 1} ${size} Tf ${LEFT} ${y.toFixed(1)} Td <${hex(text)}> Tj ET`;
  });
  return drawn.join("\n");
}

function hex(text: string): string {
  return Array.from(text, (letter) => {
    const byte = BYTES.get(letter);
    if (byte === undefined) throw new Error(`Helvetica has no "${letter}"`);
    return byte.toString(16).padStart(2, "0");
  }).join("");
}
