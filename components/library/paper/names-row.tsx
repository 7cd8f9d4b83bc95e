import type { ComponentChild } from "preact";
import { WatchButton } from "../../watching/watch-button.tsx";
import { ShownPart } from "../shown-part.tsx";
import { WatchMenu } from "./watch-menu.tsx";

const NAMES_SHOWN = 12;

interface NamesRowProps {
  kind: "author" | "audience";
  label: string;
  names: string[];
  /** Whose names they are, where that has to be said. */
  note?: string | undefined;
  children: (name: string) => ComponentChild;
}

/** The authors of a paper, or its audiences, and a way to watch them: one button for one, one menu for all of several. */
export function NamesRow({ kind, label, names, note, children }: NamesRowProps) {
  const [only, ...others] = names;
  if (only === undefined) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd class="names">
        <ShownPart items={names} first={NAMES_SHOWN} label={label}>
          {(names) => (
            <ul class="chips">
              {names.map((name) => (
                <li key={name}>{children(name)}</li>
              ))}
            </ul>
          )}
        </ShownPart>
        {note && <span class="help">{note}</span>}
        {others.length === 0 ? <WatchButton watch={{ kind, text: only }} compact /> : <WatchMenu kind={kind} names={names} />}
      </dd>
    </div>
  );
}
