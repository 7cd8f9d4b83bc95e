/** Scripts of living languages that are written from right to left, by ISO 15924. */
const RIGHT_TO_LEFT = ["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"];

/** The direction in which a language is written; `locale` is a BCP 47 tag. */
export function textDirection(locale: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(new Intl.Locale(locale).maximize().script ?? "") ? "rtl" : "ltr";
}
