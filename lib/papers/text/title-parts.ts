/** A stretch of a title; `from` is where its text begins in the title as it was written. */
export interface TitlePart {
  text: string;
  from: number;
  isCode: boolean;
}

/** A title by what is set as code in it: what stands between two backticks, as authors of papers write it. A backtick without a second one is itself. */
export function titleParts(title: string): TitlePart[] {
  const parts: TitlePart[] = [];
  let at = 0;
  const add = (from: number, to: number, isCode: boolean) => {
    if (to > from) parts.push({ text: title.slice(from, to), from, isCode });
  };
  for (;;) {
    const opens = title.indexOf("`", at);
    const closes = opens < 0 ? -1 : title.indexOf("`", opens + 1);
    if (closes < 0) break;
    // Two of them with nothing between set nothing as code.
    if (closes === opens + 1) add(at, closes + 1, false);
    else {
      add(at, opens, false);
      add(opens + 1, closes, true);
    }
    at = closes + 1;
  }
  add(at, title.length, false);
  return parts;
}

/** The title where nothing can be set as code: in the name of a window, say. */
export function plainTitle(title: string): string {
  return titleParts(title)
    .map(({ text }) => text)
    .join("");
}
