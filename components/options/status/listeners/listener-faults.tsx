import { useRef } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { HeardCursor } from "../../../../lib/store/health/read-work.ts";
import { useKeptFocus } from "../../../hooks/use-kept-focus.ts";
import { formatNumber, translateCount } from "../../../text/format-number.ts";
import { CommandButton } from "../command-button.tsx";
import { ErrorNote } from "../error-note.tsx";

/** What a listener could not apply, with the errors folded away, and the button to try it again. */
export function ListenerFaults({ cursor, title }: { cursor: HeardCursor; title: string }) {
  const { name, faults, firstFaults } = cursor;
  const place = useRef<HTMLDivElement>(null);
  const { leaving } = useKeptFocus<HTMLDivElement>(
    faults > 0 ? [name] : [],
    () => place.current?.closest("li")?.querySelector<HTMLElement>("[data-keeps-focus]") ?? null,
  );
  const hidden = faults - firstFaults.length;
  return (
    <div ref={place}>
      {faults > 0 && (
        <>
          <p class="problem">{translateCount("faults", faults)}</p>
          <details>
            <summary>{translate("show_errors")}</summary>
            <ul>
              {firstFaults.map(({ seq, attempts, error }) => (
                <li key={seq}>
                  <ErrorNote text={translate("fault_of", attempts, [formatNumber(seq), attempts])} message={error.message} past />
                </li>
              ))}
            </ul>
            {hidden > 0 && <p class="help">{translateCount("and_more", hidden)}</p>}
          </details>
          <CommandButton
            text={translate("retry_faults")}
            label={translate("retry_faults_of", [title])}
            command={() => sendMessage("retryFaults", { name })}
            onCommand={() => leaving(name)}
          />
        </>
      )}
    </div>
  );
}
