import { type MessageKey, translate } from "../../lib/language/translate.ts";
import { remember } from "../../lib/papers/text/remember.ts";

/** Kept, since to make one costs more than what it writes. */
const formatOf = remember((locale: string) => new Intl.NumberFormat(locale));

/** "11,459". */
export function formatNumber(value: number): string {
  return formatOf(translate("locale")).format(value);
}

/** "2.1 MB". */
export function formatMegabytes(bytes: number): string {
  const options = { style: "unit", unit: "megabyte", minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(translate("locale"), options).format(bytes / 1_000_000);
}

/** A message with a plural form, its number written with thousands separators. */
export function translateCount(key: MessageKey, count: number): string {
  return translate(key, count, [formatNumber(count)]);
}
