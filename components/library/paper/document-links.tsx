import { translate } from "../../../lib/language/translate.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { paperLinks } from "../../../lib/library/paper/paper-links.ts";
import { Out } from "../links.tsx";

/** The ways to a document that work today, the best first, and the discussion of its paper. */
export function DocumentLinks({ document, issue }: { document: LibraryDocument; issue: string | undefined }) {
  const { id } = document.paper;
  const links = paperLinks(document);
  return (
    <section aria-labelledby="read">
      <h2 id="read">{translate("series_read", [id])}</h2>
      {links.length === 0 && <p>{translate("series_no_links", [id])}</p>}
      <ul class="document-links">
        {links.map(({ href, host, kind }) => (
          <li key={href}>
            <Out href={href}>{translate(`link_${kind}`, [id])}</Out> <span class="help">{kind === "document" ? host : href.replace("https://", "")}</span>
          </li>
        ))}
        {issue && (
          <li>
            <Out href={issue}>{translate("link_issue")}</Out> <span class="help">{new URL(issue).hostname}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
