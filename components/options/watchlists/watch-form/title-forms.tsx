import { translate } from "../../../../lib/language/translate.ts";
import { exactTitle, foundForms } from "../../../../lib/watch/suggesting/found-forms.ts";
import { formatList } from "../../../text/format-list.ts";
import { translateCount } from "../../../text/format-number.ts";
import { TitleText } from "../../../text/title-text.tsx";
import type { KnownPapers } from "../index-context.tsx";

interface TitleFormsProps {
  /** Of a title watch. */
  text: string;
  index: KnownPapers | undefined;
  onText: (text: string) => void;
}

/** Which forms of its words a title watch finds, how to ask for one alone, and what the star is for. */
export function TitleForms({ text, index, onText }: TitleFormsProps) {
  const forms = index ? foundForms(text, index.vocabulary) : [];
  const exact = exactTitle(text);
  const named = forms.map(({ text, papers }) => translate("form_count", [text, translateCount("papers_count", papers)]));
  return (
    <p class="help title-forms">
      {named.length > 1 && `${translate("forms_found", [formatList(named)])} `}
      {exact !== undefined && named.length > 1 && (
        <button type="button" class="plain" onClick={() => onText(`title:${exact}`)}>
          {translate("only_this_form", [exact])}
        </button>
      )}{" "}
      <TitleText text={translate("title_help")} />
    </p>
  );
}
