import type { ChangedBlock, Comparison, Piece, SectionChange } from "../../compare/comparison.ts";

/** What stands in the file beside the two texts, in the person's language. */
export interface FileTexts {
  language: string;
  title: string;
  about: string[];
  authors: string;
  inserted: string;
  deleted: string;
  end: string;
  untitled: string;
  unchanged: (count: number) => string;
  aboutSection: (section: SectionChange) => string;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Both pairs of colours hold a contrast of 7:1; the lines tell what is new from what is gone without them.
const STYLE =
  ":root{color-scheme:light dark}body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif;overflow-wrap:anywhere}" +
  "section{border-top:1px solid #888;margin-top:2rem}ins{color:light-dark(#0a4d14,#b6f0bf);background:light-dark(#dcf5df,#123a19);text-decoration:underline}" +
  "del{color:light-dark(#7a1212,#ffc9c9);background:light-dark(#fbe3e3,#4a1616);text-decoration:line-through}p,pre{white-space:pre-wrap}" +
  ".item{margin-inline-start:1.5rem}.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}";

/** What changed as one HTML file that needs nothing else and asks nobody: all of both papers in it is text. */
export function changesFile({ changelog, sections }: Comparison, texts: FileTexts): string {
  const log = changelog
    ? [
        `<section><h2>${escaped(texts.authors)}</h2><h3>${escaped(changelog.title)}</h3>`,
        ...changelog.blocks.map(({ text }) => `<p>${escaped(text)}</p>`),
        "</section>",
      ]
    : [];
  const differing = sections.filter(({ status, isMoved, formerTitle }) => status !== "same" || isMoved || formerTitle !== undefined);
  return [
    `<!doctype html><html lang="${escaped(texts.language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(texts.title)}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${escaped(texts.title)}</h1>`,
    ...texts.about.map((line) => `<p>${escaped(line)}</p>`),
    ...log,
    ...differing.map((section) => sectionOf(section, texts)),
    "</main></body></html>\n",
  ].join("\n");
}

function sectionOf(section: SectionChange, texts: FileTexts): string {
  const heading = section.blocks.find(({ kind }) => kind === "heading");
  const parts: string[] = [];
  let unchanged: string[] = [];
  const fold = () => {
    if (unchanged.length > 0) parts.push(`<details><summary>${escaped(texts.unchanged(unchanged.length))}</summary>${unchanged.join("\n")}</details>`);
    unchanged = [];
  };
  for (const block of section.blocks) {
    if (block === heading) continue;
    if (block.pieces.every(({ kind }) => kind === "same")) unchanged.push(blockOf(block, texts));
    else {
      fold();
      parts.push(blockOf(block, texts));
    }
  }
  fold();
  const title = heading ? heading.pieces.map((piece) => pieceOf(piece, texts)).join("") : escaped(section.title || texts.untitled);
  return [`<section><h2>${title}</h2>`, `<p>${escaped(texts.aboutSection(section))}</p>`, ...parts, "</section>"].join("\n");
}

function blockOf({ kind, pieces }: ChangedBlock, texts: FileTexts): string {
  const content = pieces.map((piece) => pieceOf(piece, texts)).join("");
  return kind === "code" ? `<pre>${content}</pre>` : `<p class="${kind}">${content}</p>`;
}

function pieceOf({ kind, text }: Piece, { inserted, deleted, end }: FileTexts): string {
  if (kind === "same") return escaped(text);
  const [tag, said] = kind === "added" ? ["ins", inserted] : ["del", deleted];
  return `<${tag}><span class="said">${escaped(said)} </span>${escaped(text)}<span class="said"> ${escaped(end)}</span></${tag}>`;
}

/** Also what has no partner in UTF-16: a file of it could not be written. */
function escaped(text: string): string {
  return text.toWellFormed().replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
