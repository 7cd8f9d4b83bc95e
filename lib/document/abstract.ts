import type { Block, PaperText } from "./document.ts";

const NAME = /^(?:(?:§ ?)?(?:\d+(?:\.\d+){0,3}|[IVX]{1,4})[.)]?\s+)?abstract\s*[:.]?$/i;
const RUN_IN = /^abstract\s*(?:[:—–]|[.-]\s)\s*(?=\S)/i;
const MAX_ABSTRACT = 1_500;
/** A paper may begin so, and the rest of it then stands below. */
const MAX_BLOCKS = 12;

/** What a paper says that it is about, a paragraph a line, at most MAX_ABSTRACT characters: what stands below "Abstract", else the paragraph that begins so; "" where there is none. */
export function abstractOf({ sections }: PaperText): string {
  const named = sections.find(({ title, blocks }) => NAME.test(title) && blocks.some(isProse));
  if (named) return shortened(proseOf(named.blocks));
  for (const { blocks } of sections) {
    const found = blocks.find(({ kind, text }) => kind === "text" && RUN_IN.test(text));
    if (found) return shortened(found.text.replace(RUN_IN, ""));
  }
  return "";
}

/** What is shown of a program, or as a table, ends what is said of the paper. */
function proseOf(blocks: Block[]): string {
  const end = blocks.findIndex((block) => !isProse(block));
  return blocks
    .slice(0, Math.min(MAX_BLOCKS, end < 0 ? blocks.length : end))
    .map(({ text }) => text)
    .join("\n");
}

function isProse({ kind }: Block): boolean {
  return kind === "text" || kind === "item" || kind === "quote";
}

function shortened(text: string): string {
  if (text.length <= MAX_ABSTRACT) return text.toWellFormed();
  const cut = text.slice(0, MAX_ABSTRACT - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MAX_ABSTRACT / 2)).toWellFormed()}…`;
}
