import { useId, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { type Agenda, readAgendaOf } from "../../../../lib/store/drafts/read-agenda.ts";
import { useDebounced } from "../../../hooks/use-debounced.ts";
import { useRead } from "../../../hooks/use-read.ts";
import { formatNumber } from "../../../text/format-number.ts";
import { paperOfNumber, probeText, readNumber } from "./agenda-text.ts";

const TYPING_MS = 400;
/** Nobody is told that a number is none before they have begun it. */
const BEGUN = /\d|[^pd\s]/i;

interface LookUpPaperProps {
  policy: Agenda["policy"];
  tick: number;
}

/** Where a person asks when the files of one paper are asked for, and why then. */
export function LookUpPaper({ policy, tick }: LookUpPaperProps) {
  const [text, setText] = useState("");
  const typed = useDebounced(text, TYPING_MS);
  const [field, help, problem] = [useId(), useId(), useId()];
  const number = readNumber(typed);
  const isRefused = number === undefined && BEGUN.test(typed) && typed === text;
  return (
    <>
      <form class="look-up" onSubmit={(event) => event.preventDefault()} noValidate>
        <label for={field}>{translate("lookup")}</label>
        <input
          id={field}
          type="search"
          value={text}
          maxLength={20}
          autocomplete="off"
          spellcheck={false}
          placeholder={translate("lookup_placeholder")}
          aria-invalid={isRefused}
          aria-describedby={isRefused ? `${problem} ${help}` : help}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p id={help} class="help">
          {translate("lookup_help")}
        </p>
        {isRefused && (
          <p id={problem} class="problem" role="alert">
            {translate("lookup_invalid", [typed.trim()])}
          </p>
        )}
      </form>
      {number !== undefined && <FilesOf key={number} number={number} policy={policy} tick={tick} />}
    </>
  );
}

/** The files of one number that are asked for, the next first. */
function FilesOf({ number, policy, tick }: LookUpPaperProps & { number: number }) {
  const now = Date.now();
  const entries = useRead((db) => readAgendaOf(db, number, Date.now()), [tick]);
  const paper = paperOfNumber(number);
  return (
    <>
      <p role="status">{entries && foundText(entries.length, paper, policy)}</p>
      {entries && entries.length > 0 && (
        <ul class="probes" aria-label={translate("lookup_files", [paper])}>
          {entries.map((entry) => (
            <li key={entry.probe.name}>
              <b>{entry.probe.name}</b>
              <p class="help">{probeText(entry, now, translate)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function foundText(files: number, paper: string, policy: Agenda["policy"]): string {
  if (files > 0) return translate("lookup_found", files, [paper, formatNumber(files)]);
  return translate(policy === "sweep" ? "lookup_none_sweep" : "lookup_none", [paper]);
}
