import { useEffect, useId, useRef, useState } from "preact/hooks";
import { sendMessage } from "../../lib/messages.ts";
import type { FilledWatchlist } from "../../lib/store/read-watchlists.ts";
import { translate } from "../../lib/translate.ts";
import { parseWatch } from "../../lib/watch/parse-watch.ts";
import type { Watch } from "../../lib/watch/watch.ts";
import { useAttempt } from "../attempts.tsx";
import { useDebounced } from "../use-debounced.ts";
import { LookBackChoice } from "./look-back-choice.tsx";
import { problemText } from "./problem-text.ts";
import { useIndex } from "./use-index.ts";
import { WatchChoices } from "./watch-choices.tsx";
import { WatchPreview } from "./watch-preview.tsx";
import { watchText } from "./watch-text.ts";

const TYPING_MS = 200;

/** Where a watch is typed. It shows beforehand what it would be, and never guesses between an author and a title. */
export function AddWatch({ lists }: { lists: FilledWatchlist[] }) {
  const attempt = useAttempt();
  const { papers, want } = useIndex();
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
    if (location.hash === "" && lists.every(({ watches }) => watches.length === 0)) input.current?.focus();
  }, []);

  const add = (watch: Watch) =>
    attempt(async () => {
      const answer = await sendMessage("addWatch", { ...(list && { list: list.id }), watch, ...(lookBack && { lookBack }) });
      const name = list?.name ?? translate("first_list_name");
      const told = translate(answer === "added" ? "watch_added" : "watch_already_there", [watchText(watch, translate), name]);
      setResult(lookBack ? `${told} ${translate("looking_back")}` : told);
      if (answer === "added") setText("");
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

  return (
    <form class="add-watch" onSubmit={submit} noValidate>
      <label for={field}>{translate("add_label")}</label>
      <div class="add-row">
        <input
          ref={input}
          id={field}
          type="text"
          value={text}
          autocomplete="off"
          spellcheck={false}
          placeholder={translate("add_placeholder")}
          aria-invalid={refused}
          aria-describedby={refused ? `${problem} ${preview}` : preview}
          onFocus={want}
          onInput={(event) => type(event.currentTarget.value)}
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
        {parsed.ok && <WatchPreview watch={parsed.watch} papers={settled ? papers : undefined} />}
        {!parsed.ok && parsed.problem === "empty" && result === "" && <p>{translate("add_help")}</p>}
      </div>
      {!parsed.ok && parsed.problem === "ambiguous" && (
        <WatchChoices group={choices} text={parsed.text} choices={parsed.choices} papers={settled ? papers : undefined} onChoose={add} />
      )}
      <p role="status" class="result">
        {result}
      </p>
    </form>
  );
}
