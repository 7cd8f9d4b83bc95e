/** The mark of a PDF stands near its beginning, not always at it. */
const HEAD = 1024;

/** Whether bytes are a PDF, by its mark. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)).includes("%PDF-");
}
