import { translate } from "../../../lib/language/translate.ts";
import { cite } from "../../../lib/library/paper/citations.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { type PaperLink, paperLinks } from "../../../lib/library/paper/paper-links.ts";
import { Icon } from "../../icon.tsx";
import { Out } from "../links.tsx";

interface ReadDocumentProps {
  document: LibraryDocument;
  onCopy: (text: string, name: string) => Promise<void>;
}

/** What most come for: the document itself, by the best way that works today, and its entry for a bibliography. */
export function ReadDocument({ document, onCopy }: ReadDocumentProps) {
  const { id } = document.paper;
  const [best] = paperLinks(document);
  return (
    <>
      {best ? (
        <a class="button primary" href={best.href} target="_blank" rel="noreferrer noopener">
          {translate("series_read", [id])}
        </a>
      ) : (
        <p>{translate("series_no_links", [id])}</p>
      )}
      <button type="button" onClick={() => void onCopy(cite(document).bibtex, translate("cite_bibtex"))}>
        <Icon name="copy" />
        {translate("copy_bibtex")}
      </button>
    </>
  );
}

/** The other ways to it, and the discussion of its paper. */
export function OtherLinks({ document, issue }: { document: LibraryDocument; issue: string | undefined }) {
  const [, ...others] = paperLinks(document);
  if (others.length === 0 && !issue) return null;
  return (
    <ul class="document-links" aria-label={translate("other_links")}>
      {others.map((link) => (
        <li key={link.href}>
          <Out href={link.href}>{linkText(link)}</Out>
        </li>
      ))}
      {issue && (
        <li>
          <Out href={issue}>{translate("link_issue")}</Out>
        </li>
      )}
    </ul>
  );
}

/** "wg21.link/p2300r10", "Always the latest", or where a further copy of the document lies. */
function linkText({ kind, href, host }: PaperLink): string {
  if (kind === "document") return translate("link_document", [host]);
  return kind === "latest" ? translate("link_latest") : href.replace("https://", "");
}
