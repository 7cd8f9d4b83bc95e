import type { ChangedBlock, Comparison, Piece, SectionChange } from "../../../lib/compare/comparison.ts";
import type { Block } from "../../../lib/document/document.ts";
import { describeChanges, describeSection, differs, type Names } from "./describe-changes.ts";

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
// Both pairs of colours hold a contrast of 7:1; the lines tell what is new from what is gone without them.
const STYLE = `
:root { color-scheme: light dark; --new: #0a4d14; --new-ground: #dcf5df; --gone: #7a1212; --gone-ground: #fbe3e3; --quiet: #555; --line: #ccc; }
@media (prefers-color-scheme: dark) { :root { --new: #b6f0bf; --new-ground: #123a19; --gone: #ffc9c9; --gone-ground: #4a1616; --quiet: #aaa; --line: #555; } }
body { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
section { border-top: 1px solid var(--line); margin-top: 2rem; }
.about { color: var(--quiet); }
ins { color: var(--new); background: var(--new-ground); text-decoration: underline; }
del { color: var(--gone); background: var(--gone-ground); text-decoration: line-through; }
pre, .row { white-space: pre-wrap; }
pre { font: 0.9rem/1.4 ui-monospace, monospace; }
.item { margin-left: 1.5rem; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
details > summary { color: var(--quiet); cursor: pointer; }`;

/** What differs, as a page that needs nothing else: all of both papers in it is text. */
export function changesAsHtml(comparison: Comparison, { before, after }: Names): string {
  const title = escaped(`${before} → ${after}: what changed`);
  const { changelog, sections } = comparison;
  const log = changelog ? [`<section><h2>The authors say: ${escaped(changelog.title)}</h2>`, ...changelog.blocks.map(blockOf), "</section>"] : [];
  return [
    "<!doctype html>",
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${title}</title><style>${STYLE}</style></head>`,
    `<body><main><h1>${title}</h1>`,
    ...describeChanges(comparison).map((line) => `<p>${escaped(line)}</p>`),
    ...log,
    ...sections.filter(differs).map(sectionOf),
    "</main></body></html>",
  ].join("\n");
}

function sectionOf(section: SectionChange): string {
  const heading = section.blocks.find(({ kind }) => kind === "heading");
  const parts: string[] = [];
  let unchanged: string[] = [];
  const fold = () => {
    if (unchanged.length > 0) parts.push(`<details><summary>${unchanged.length} unchanged</summary>${unchanged.join("\n")}</details>`);
    unchanged = [];
  };
  for (const block of section.blocks) {
    if (block === heading) continue;
    if (block.pieces.every(({ kind }) => kind === "same")) unchanged.push(changedBlock(block));
    else {
      fold();
      parts.push(changedBlock(block));
    }
  }
  fold();
  const title = heading ? heading.pieces.map(pieceOf).join("") : escaped(section.title || "(before the first heading)");
  return [`<section><h2>${title}</h2>`, `<p class="about">${escaped(describeSection(section))}</p>`, ...parts, "</section>"].join("\n");
}

function changedBlock({ kind, pieces }: ChangedBlock): string {
  return element(kind, pieces.map(pieceOf).join(""));
}

function blockOf({ kind, text }: Block): string {
  return element(kind, escaped(text));
}

function element(kind: ChangedBlock["kind"], content: string): string {
  return kind === "code" ? `<pre>${content}</pre>` : `<p class="${kind}">${content}</p>`;
}

function pieceOf({ kind, text }: Piece): string {
  if (kind === "same") return escaped(text);
  const [tag, said] = kind === "added" ? ["ins", "inserted"] : ["del", "deleted"];
  return `<${tag}><span class="said"> [${said}: </span>${escaped(text)}<span class="said">] </span></${tag}>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}
