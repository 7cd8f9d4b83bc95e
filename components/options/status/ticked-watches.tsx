import { translate } from "../../../lib/language/translate.ts";

interface TickedWatchesProps {
  /** Watches as one would type them. */
  texts: string[];
  ticked: string[];
  onChange: (ticked: string[]) => void;
}

/** Lets the person say which watches may be told to others. */
export function TickedWatches({ texts, ticked, onChange }: TickedWatchesProps) {
  if (texts.length === 0) return null;
  const tick = (text: string, on: boolean) => onChange(on ? [...ticked, text] : ticked.filter((other) => other !== text));
  return (
    <fieldset class="ticked-watches">
      <legend>{translate("include_watches")}</legend>
      {texts.map((text) => (
        <label key={text} class="check">
          <input type="checkbox" checked={ticked.includes(text)} onChange={(event) => tick(text, event.currentTarget.checked)} />
          <span dir="auto">{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
