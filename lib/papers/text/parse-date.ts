const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * Reads a date of any shape the index holds: "2021-06-16", "20200131", "9 March 1999", "March 9, 1999",
 * "Nov 1999", "1999". Gives "YYYY-MM-DD", or "YYYY-MM" or "YYYY" where only so much is there or possible
 * ("2021-02-31" is February 2021); undefined for anything else ("unknown").
 */
export function parseDate(text: string): string | undefined {
  const numeric = /^(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:T.*)?$/.exec(text.trim());
  if (numeric) return compose(numeric[1], numeric[2], numeric[3]);
  const words = text
    .toLowerCase()
    .split(/[\s,.]+/)
    .filter(Boolean);
  const year = words.find((word) => /^\d{4}$/.test(word));
  // Three letters tell the months apart and forgive "Sept" and "Sepember".
  const month = words.map((word) => MONTHS.indexOf(word.slice(0, 3))).find((index) => index >= 0);
  const day = words.find((word) => /^\d{1,2}$/.test(word));
  return compose(year, month === undefined ? undefined : String(month + 1), day);
}

function compose(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  if (!year || Number(year) < 1900) return undefined;
  if (!month || Number(month) < 1 || Number(month) > 12) return year;
  const yearMonth = `${year}-${month.padStart(2, "0")}`;
  const daysInMonth = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  if (!day || Number(day) < 1 || Number(day) > daysInMonth) return yearMonth;
  return `${yearMonth}-${day.padStart(2, "0")}`;
}
