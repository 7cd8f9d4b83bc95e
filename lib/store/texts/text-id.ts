const BEFORE = "@before";

/** The key of the text that this draft had before it was overwritten. */
export function textIdBefore(id: string): string {
  return `${id}${BEFORE}`;
}

/** The draft whose former text that is; undefined for any other key. */
export function draftOfTextId(id: string): string | undefined {
  return id.endsWith(BEFORE) ? id.slice(0, -BEFORE.length) : undefined;
}

/** The document whose text that is, or was. */
export function documentOfTextId(id: string): string {
  return draftOfTextId(id) ?? id;
}
