import type { Ref } from "preact";
import { translate } from "../../../../lib/language/translate.ts";
import type { Catalogue } from "../../../../lib/library/catalogue.ts";
import { MarkedText } from "../../../search/marked-text.tsx";
import { TitleText } from "../../../text/title-text.tsx";
import { To } from "../../links.tsx";
import { rowsOfHits } from "./rows-of-hits.ts";
import type { TextHits } from "./use-text-hits.ts";

/** Papers whose text has what is looked for, one row each with the place. */
export function TextHitList({ found, catalogue, heading }: { found: TextHits; catalogue: Catalogue; heading: Ref<HTMLHeadingElement> }) {
  const rows = rowsOfHits(found.hits);
  return (
    <section class="text-hits" aria-labelledby="text-hits">
      <h2 id="text-hits" ref={heading} tabIndex={-1}>
        {translate("texts_also")}
      </h2>
      <p class="help">{translate("texts_also_help")}</p>
      <ul>
        {rows.map(({ series, id, excerpt }) => {
          const known = catalogue.series.get(series);
          const title = known?.documents.find(({ paper }) => paper.id === id)?.paper.title || known?.title;
          return (
            <li key={id}>
              <p class="summary-name">
                <To route={{ page: "paper", series, document: id }}>{id}</To> <span dir="auto">{title && <TitleText text={title} />}</span>
              </p>
              <p class="text-hit" dir="auto">
                <MarkedText text={excerpt.text} marks={excerpt.marks} />
              </p>
            </li>
          );
        })}
      </ul>
      {found.isCut && <p class="note">{translate("texts_also_cut")}</p>}
    </section>
  );
}
