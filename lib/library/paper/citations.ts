import { safeLink } from "../../papers/text/safe-link.ts";
import { titleParts } from "../../papers/text/title-parts.ts";
import { dateOf, isDraft, type LibraryDocument } from "./document.ts";
import { draftFiles } from "./paper-links.ts";

/** How a document is cited in texts of several kinds. */
export interface Citations {
  /** Its short link; of a draft, which has none, the file. */
  link: string;
  /** "[P2300R10](https://wg21.link/P2300R10) std::execution". */
  markdown: string;
  bibtex: string;
  /** "[P2300R10]". */
  id: string;
}

/** The citations of a document. Titles and names hold any character: they are escaped for what they are put into. */
export function cite(document: LibraryDocument): Citations {
  const { id, title } = document.paper;
  const link = citedLink(document);
  const text = oneLine(title);
  return { link, markdown: `[${id}](${link})${text && ` ${escapeMarkdown(text)}`}`, bibtex: bibtexOf(document, link), id: `[${id}]` };
}

/** Text that Markdown shows as it stands, whatever it holds. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>&#|~$!]/g, "\\$&");
}

// BibTeX counts braces even behind a backslash, so none may stay in a text.
const LATEX: Record<string, string> = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  "`": "\\textasciigrave{}",
  '"': "\\textquotedbl{}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
};

/** Text that LaTeX and BibTeX show as it stands; letters beyond ASCII stay, as today's programs read UTF-8. */
export function escapeLatex(text: string): string {
  return text.replace(/[\\{}~^<>|`"$&#_%]/g, (character) => LATEX[character] ?? character);
}

/** A title for LaTeX, what its author set as code in the type of code. */
function latexTitle(title: string): string {
  return titleParts(title)
    .map(({ text, isCode }) => (isCode ? `\\texttt{${escapeLatex(text)}}` : escapeLatex(text)))
    .join("");
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function bibtexOf(document: LibraryDocument, link: string): string {
  const { id, title, authors } = document.paper;
  const [year, month] = (dateOf(document) ?? "").split("-");
  const monthName = month && MONTHS[Number(month) - 1];
  const fields: [name: string, value: string | undefined][] = [
    ["author", authors.length > 0 ? `{${authors.map(bibtexName).join(" and ")}}` : undefined],
    // Two pairs of braces keep upper case as it is.
    ["title", `{{${latexTitle(oneLine(title) || id)}}}`],
    ["institution", "{ISO/IEC JTC1/SC22/WG21}"],
    ["type", isDraft(document) ? "{Draft}" : "{Paper}"],
    ["number", `{${escapeLatex(id)}}`],
    ["year", year && `{${year}}`],
    ["month", monthName],
    ["url", `{${link.replace(/[{}\\]/g, encodeURIComponent)}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = ${value},`] : []));
  return `@techreport{${id.replace(/[^\w-]/g, "")},\n${lines.join("\n")}\n}`;
}

/** A comma or an "and" inside a name would make two of it, so such a name is put into braces. */
function bibtexName(name: string): string {
  const escaped = escapeLatex(oneLine(name));
  return /,| and /i.test(escaped) ? `{${escaped}}` : escaped;
}

function citedLink(document: LibraryDocument): string {
  const [file] = document.from === "draft" ? draftFiles(document) : [];
  return file ?? safeLink(`https://wg21.link/${encodeURIComponent(document.paper.id.toWellFormed())}`) ?? "https://wg21.link/";
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}
