import { safeLink } from "../../papers/text/safe-link.ts";
import type { LibraryDocument } from "./document.ts";

/** A way to a document that works today. */
export interface PaperLink {
  /** https only. */
  href: string;
  /** "www.open-std.org". */
  host: string;
  /** "document": the file itself. "short": wg21.link for this revision. "latest": wg21.link for whatever is the newest. */
  kind: "document" | "short" | "latest";
}

/**
 * The ways to a document, the best first: the file that the index names, the short links of those that the index has
 * (wg21.link knows no others), else what isocpp.org or the listing of open-std.org has. Each address once.
 */
export function paperLinks(document: LibraryDocument): PaperLink[] {
  const { paper, from, listed } = document;
  const isIndexed = from === "index";
  const documents = [...(isIndexed ? [paper.longLink] : []), ...draftFiles(document), listed?.link];
  const links = [
    ...(isIndexed && paper.longLink ? [link("document", paper.longLink)] : []),
    ...(isIndexed ? [link("short", paper.link ?? shortLink(paper.id)), ...latest(paper.id)] : []),
    ...documents.map((address) => link("document", address)),
  ].flatMap((one) => one ?? []);
  return links.filter(({ href }, position) => links.findIndex((other) => other.href === href) === position);
}

/** The files of the draft that are there, HTML before PDF, as https addresses; what has been published may still be there, too. */
export function draftFiles({ draft }: LibraryDocument): string[] {
  if (!draft) return [];
  const there = draft.files.filter(({ gone }) => !gone).sort((a, b) => a.extension.localeCompare(b.extension));
  return there.flatMap((file) => safeLink(file.link) ?? []);
}

function latest(id: string): (PaperLink | undefined)[] {
  const [, series] = /^(P\d+)R\d+$/.exec(id) ?? [];
  return series ? [link("latest", shortLink(series))] : [];
}

function shortLink(id: string): string {
  return `https://wg21.link/${encodeURIComponent(id.toLowerCase().toWellFormed())}`;
}

function link(kind: PaperLink["kind"], address: string | undefined): PaperLink | undefined {
  const href = address && safeLink(address);
  return href ? { href, host: new URL(href).hostname, kind } : undefined;
}
