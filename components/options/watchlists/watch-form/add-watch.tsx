import { useEffect, useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { parseWatch } from "../../../../lib/watch/syntax/parse-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useDebounced } from "../../../hooks/use-debounced.ts";
import { IndexProvider, useIndex } from "../index-context.tsx";
import { useLinkedWatch } from "../use-linked-watch.ts";
import { LookBackChoice } from "./look-back-choice.tsx";
import { problemText } from "./problem-text.ts";
import { TermField } from "./term-field.tsx";
import { WatchChoices } from "./watch-choices.tsx";
import { WatchPreview } from "./watch-preview.tsx";
import { watchText } from "./watch-text.ts";

const TYPING_MS = 200;

interface AddWatchProps {
  lists: FilledWatchlist[];
  /** False where there is something to be read before. */
  takesFocus?: boolean;
}

/** Where a watch is typed. It shows beforehand what it would be and would have found, and never guesses between an author and a title. */
export function AddWatch(props: AddWatchProps) {
  return (
    <IndexProvider>
      <AddWatchForm {...props} />
    </IndexProvider>
  );
}

function AddWatchForm({ lists, takesFocus = true }: AddWatchProps) {
  const attempt = useAttempt();
  const { index, want } = useIndex();
  const input = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const [result, setResult] = useState("");
  const [lookBack, setLookBack] = useState(false);
  const [chosenList, setChosenList] = useState<number>();
  const list = lists.find(({ id }) => id === chosenList) ?? lists[0];
  const parsed = parseWatch(text);
  const settled = useDebounced(text, TYPING_MS) === text;
  const [field, problem, preview] = [useId(), useId(), useId()];

  useEffect(() => {
    // Whoever has nothing yet came here to add something.
    if (takesFocus && location.hash === "" && lists.every(({ watches }) => watches.length === 0)) input.current?.focus();
  }, []);

  const add = (watch: Watch) =>
    attempt(async () => {
      const answer = await sendMessage("addWatch", { ...(list && { list: list.id }), watch, ...(lookBack && { lookBack }) });
      const name = list?.name ?? translate("first_list_name");
      const told = translate(answer === "added" ? "watch_added" : "watch_already_there", [watchText(watch, translate), name]);
      setResult(lookBack ? `${told} ${translate("looking_back")}` : told);
      // Whoever types the next one meanwhile keeps it.
      if (answer === "added") setText((typed) => (typed === text ? "" : typed));
      setRefused(false);
      input.current?.focus();
    });
  const submit = (event: Event) => {
    event.preventDefault();
    setResult("");
    if (parsed.ok) return void add(parsed.watch);
    if (parsed.problem === "ambiguous") return void choices.current?.querySelector("button")?.focus();
    setRefused(true);
    input.current?.focus();
  };
  const type = (typed: string) => {
    setText(typed);
    setRefused(false);
    setResult("");
  };
  const retype = (typed: string) => {
    type(typed);
    input.current?.focus();
  };
  const widen = (watch: Watch) => retype(formatWatch(watch));
  useLinkedWatch(retype);

  return (
    <form class="add-watch" onSubmit={submit} noValidate>
      <label for={field}>{translate("add_label")}</label>
      <div class="add-row">
        <TermField
          id={field}
          input={input}
          text={text}
          onText={type}
          vocabulary={index?.vocabulary}
          placeholder={translate("add_placeholder")}
          invalid={refused}
          describedBy={refused ? `${problem} ${preview}` : preview}
          onFocus={want}
        />
        {lists.length > 1 && list && (
          <select aria-label={translate("add_to_list")} value={list.id} onChange={(event) => setChosenList(Number(event.currentTarget.value))}>
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <button type="submit" class="primary">
          {translate("add")}
        </button>
      </div>
      <LookBackChoice checked={lookBack} onChange={setLookBack} />
      {refused && !parsed.ok && parsed.problem !== "ambiguous" && (
        <p class="problem" id={problem} role="alert">
          {problemText(parsed, translate)}
        </p>
      )}
      <div class="preview" id={preview}>
        {parsed.ok && <WatchPreview watch={parsed.watch} index={settled ? index : undefined} onWiden={widen} />}
        {!parsed.ok && parsed.problem === "empty" && result === "" && <p>{translate("add_help")}</p>}
      </div>
      {!parsed.ok && parsed.problem === "ambiguous" && (
        <WatchChoices group={choices} text={parsed.text} choices={parsed.choices} index={settled ? index : undefined} onChoose={add} onWiden={widen} />
      )}
      <p role="status" class="result">
        {result}
      </p>
    </form>
  );
}
