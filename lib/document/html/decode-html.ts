/** Where a document names its encoding, if it does. */
const HEAD_BYTES = 4096;
const MARKS: [encoding: string, mark: number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * The text of an HTML document, which may be cut off anywhere. What the bytes are beats what they are said to be:
 * a byte order mark, zeros as UTF-16 has them, and UTF-8 without a fault are never an accident.
 */
export function decodeHtml(bytes: Uint8Array, contentType: string): string {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0];
  const encoding = marked ?? utf16ByZeros(bytes) ?? (isUtf8(bytes) ? "utf-8" : declared(bytes, contentType));
  return decodePart(bytes, encoding);
}

/** As of a stream: a character that is cut off at the end is no fault, and no character. */
function decodePart(bytes: Uint8Array, encoding: string, fatal = false): string {
  return new TextDecoder(encoding, { fatal }).decode(bytes, { stream: true });
}

/** Markup is ASCII, so that half of its bytes are zero in UTF-16: the second halves, or the first. */
function utf16ByZeros(bytes: Uint8Array): string | undefined {
  const pairs = Math.min(bytes.length, HEAD_BYTES) >> 1;
  let first = 0;
  let second = 0;
  for (let at = 0; at < 2 * pairs; at += 2) {
    if (bytes[at] === 0) first++;
    if (bytes[at + 1] === 0) second++;
  }
  if (second > pairs * 0.4 && first < pairs * 0.1) return "utf-16le";
  return first > pairs * 0.4 && second < pairs * 0.1 ? "utf-16be" : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    decodePart(bytes, "utf-8", true);
    return true;
  } catch {
    return false;
  }
}

/** What it is said to be. Where that cannot be, one byte a character loses least, unless most of it is UTF-8 after all. */
function declared(bytes: Uint8Array, contentType: string): string {
  const head = decodePart(bytes.subarray(0, HEAD_BYTES), "windows-1252");
  const label = charsetIn(contentType) ?? charsetIn(/<meta[^>]{0,500}charset[^>]{0,100}/i.exec(head)?.[0] ?? "");
  const encoding = label && encodingOf(label);
  if (encoding && !/^utf-?(?:8|16)/.test(encoding)) return encoding;
  const text = decodePart(bytes, "utf-8");
  const faults = text.split("\ufffd").length - 1;
  return (text.match(/[\u0080-\ufffc]/g)?.length ?? 0) > faults ? "utf-8" : "windows-1252";
}

function charsetIn(text: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(text)?.[1];
}

function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}
