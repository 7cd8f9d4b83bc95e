import { translate } from "../../../lib/language/translate.ts";
import { type Citations, cite } from "../../../lib/library/paper/citations.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { Icon } from "../../icon.tsx";

const FORMATS = ["link", "markdown", "bibtex", "id"] as const satisfies (keyof Citations)[];

interface CitationsPartProps {
  document: LibraryDocument;
  onCopy: (text: string, name: string) => Promise<void>;
}

/** A document as others cite it, to be copied. */
export function CitationsPart({ document, onCopy }: CitationsPartProps) {
  const citations = cite(document);
  return (
    <section aria-labelledby="cite" class="citations">
      <h2 id="cite">{translate("cite", [document.paper.id])}</h2>
      <ul>
        {FORMATS.map((format) => (
          <li key={format}>
            <h3>{translate(`cite_${format}`)}</h3>
            <pre dir="ltr">{citations[format]}</pre>
            <button
              type="button"
              aria-label={translate("cite_copy_of", [translate(`cite_${format}`)])}
              onClick={() => void onCopy(citations[format], translate(`cite_${format}`))}
            >
              <Icon name="copy" />
              {translate("cite_copy")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
