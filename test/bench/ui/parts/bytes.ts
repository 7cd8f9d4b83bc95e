import { pageBytes } from "../../../../scripts/figures/page-bytes.ts";
import { type Part, rounded } from "./part.ts";

const KILOBYTE = 1_000;
const ENTRIES = ["background.js", "popup.html", "options.html", "library.html", "welcome.html"];

/** What each page and the background weigh. */
export const measureBytes: Part = async ({ build }) => {
  const weights = ENTRIES.map((entry) => ({ entry, ...pageBytes(build, entry) }));
  const kilobytes = (name: string, what: "first" | "all") => (weights.find(({ entry }) => entry === name)?.[what].bytes ?? Number.NaN) / KILOBYTE;
  const pdf = weights.flatMap(({ entry, first }) => (["background.js", "popup.html"].includes(entry) ? first.files.filter((file) => /pdf/.test(file)) : []));
  return {
    targets: [
      { name: "background, gzipped", value: kilobytes("background.js", "first"), unit: "kB", limit: 80 },
      { name: "popup in all, gzipped", value: kilobytes("popup.html", "all"), unit: "kB", limit: 70 },
      { name: "files of the PDF reader in either", value: pdf.length, unit: "", limit: 0 },
    ],
    details: Object.fromEntries(
      ENTRIES.flatMap((entry) => [
        [`${entry} at first, gzipped (kB)`, rounded(kilobytes(entry, "first"))],
        [`${entry} in all, gzipped (kB)`, rounded(kilobytes(entry, "all"))],
      ]),
    ),
  };
};
