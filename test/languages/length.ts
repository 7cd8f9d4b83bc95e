const TIMES = 2.2;
/** As much as fits any button. */
const ALWAYS_FITS = 18;

/** Whether a translation needs so much more room than the English text that a button or label made for that may break. Counted in characters. */
export function tooLong(english: string, translation: string): boolean {
  return translation.length > Math.max(ALWAYS_FITS, TIMES * english.length);
}
