import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { type Citations, cite } from "../../../lib/library/paper/citations.ts";
import type { LibraryDocument } from "../../../lib/library/paper/document.ts";
import { Icon } from "../../icon.tsx";

const FORMATS = ["link", "markdown", "bibtex", "id"] as const satisfies (keyof Citations)[];

/** A document as others cite it, to be copied. */
export function CitationsPart({ document }: { document: LibraryDocument }) {
  const [result, setResult] = useState({ text: "", isCopied: true, count: 0 });
  const { id } = document.paper;
  const citations = cite(document);
  const copy = async (format: (typeof FORMATS)[number]) => {
    const isCopied = await navigator.clipboard.writeText(citations[format]).then(
      () => true,
      () => false,
    );
    const text = isCopied ? translate("cite_copied", [translate(`cite_${format}`)]) : translate("cite_refused");
    setResult(({ count }) => ({ text, isCopied, count: count + 1 }));
  };
  return (
    <section aria-labelledby="cite" class="citations">
      <h2 id="cite">{translate("cite", [id])}</h2>
      <ul>
        {FORMATS.map((format) => (
          <li key={format}>
            <h3>{translate(`cite_${format}`)}</h3>
            <pre dir="ltr">{citations[format]}</pre>
            <button type="button" aria-label={translate("cite_copy_of", [translate(`cite_${format}`)])} onClick={() => void copy(format)}>
              <Icon name="copy" />
              {translate("cite_copy")}
            </button>
          </li>
        ))}
      </ul>
      {/* The same words twice are said twice, since the element is another. */}
      <p role="status" class={result.isCopied ? "result" : "result refused"}>
        <span key={result.count}>{result.text}</span>
      </p>
    </section>
  );
}
