import { useEffect } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import type { TextState } from "../../../../lib/store/texts/read-text-state.ts";
import { draftOfTextId } from "../../../../lib/store/texts/text-id.ts";
import { LeavingButton } from "../../../leaving-button.tsx";
import { Out } from "../../links.tsx";
import { hostOf, textTrouble } from "./text-trouble.ts";
import type { AskForTexts } from "./use-texts.ts";

interface TextStatesProps {
  texts: { id: string; state: TextState /** Where a person can read it. */; link: string | undefined }[];
  onAsk: AskForTexts;
}

/** While nothing can be shown: what the page waits for, or why it cannot show what changed, a sentence for each text that is not there, and what can be done. */
export function TextStates({ texts, onAsk }: TextStatesProps) {
  const missing = texts.filter(({ state }) => state.kind !== "there");
  const isStuck = missing.some(({ state: { kind } }) => kind !== "reading" && kind !== "unasked");
  const isForgotten = missing.some(({ state }) => state.kind === "forgotten");
  // Once by itself. What is on the screen needs its texts no more, and two pages would take them from one another.
  useEffect(() => {
    if (isForgotten) onAsk(true);
  }, [isForgotten]);
  return (
    <div class="note text-states" role="status">
      {missing.map(({ id, state, link }) => (
        <p key={id}>
          {stateText(id, state)} {link && isStuck && state.kind !== "reading" && <Out href={link}>{translate("text_open", [nameOf(id), hostOf(link)])}</Out>}
        </p>
      ))}
      {isStuck && (
        <p>
          <LeavingButton onClick={() => onAsk()}>{translate("try_again")}</LeavingButton>
        </p>
      )}
    </div>
  );
}

function stateText(id: string, state: TextState): string {
  const name = nameOf(id);
  switch (state.kind) {
    case "there":
      return "";
    case "reading":
      return translate("text_reading", [name]);
    case "unasked":
      return draftOfTextId(id) === undefined ? translate("text_reading", [name]) : translate("text_former_gone", [name]);
    case "forgotten":
      return translate("text_forgotten", [name]);
    case "stopped":
      return translate("text_stopped", [name, state.host]);
    case "waits":
      return `${textTrouble(name, state.trouble, state.host, translate)} ${translate("text_comes_back", [name])}`;
    case "none":
      return textTrouble(name, state.trouble, hostOf(state.url), translate);
  }
}

/** "P2300R9"; what a draft said before is called so. */
export function nameOf(id: string): string {
  const draft = draftOfTextId(id);
  return draft === undefined ? id : translate("changes_former", [draft]);
}
