import { useEffect, useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { parseWatch } from "../../../../lib/watch/syntax/parse-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useDebounced } from "../../../hooks/use-debounced.ts";
import { useIndex } from "../index-context.tsx";
import { problemText } from "./problem-text.ts";
import { TermField } from "./term-field.tsx";
import { WatchChoices } from "./watch-choices.tsx";
import { WatchPreview } from "./watch-preview.tsx";

const TYPING_MS = 200;

interface EditWatchProps {
  watch: WatchRow;
  lists: FilledWatchlist[];
  onLeaving: () => void;
  onDone: () => void;
}

/** Changes a watch where it stands, or moves it to another list. Takes the focus; Escape cancels. */
export function EditWatch({ watch, lists, onLeaving, onDone }: EditWatchProps) {
  const attempt = useAttempt();
  const { index, want } = useIndex();
  const input = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const [text, setText] = useState(formatWatch(watch));
  const [list, setList] = useState(watch.list);
  const [refused, setRefused] = useState(false);
  const [field, problem, preview] = [useId(), useId(), useId()];
  const parsed = parseWatch(text);
  const settled = useDebounced(text, TYPING_MS) === text;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const save = (changed: Watch) =>
    attempt(async () => {
      const joins = lists.some(
        ({ id, watches }) => id === list && watches.some((row) => row.id !== watch.id && row.kind === changed.kind && row.text === changed.text),
      );
      if (list !== watch.list || joins) onLeaving();
      await sendMessage("editWatch", { id: watch.id, watch: changed, list });
      onDone();
    });
  const submit = (event: Event) => {
    event.preventDefault();
    if (parsed.ok) return void save(parsed.watch);
    if (parsed.problem === "ambiguous") return void choices.current?.querySelector("button")?.focus();
    setRefused(true);
    input.current?.focus();
  };
  const widen = (wider: Watch) => {
    setText(formatWatch(wider));
    setRefused(false);
    input.current?.focus();
  };
  return (
    <form class="edit-watch" onSubmit={submit} onKeyDown={(event) => event.key === "Escape" && onDone()} noValidate>
      <label for={field}>{translate("edit_watch", [formatWatch(watch)])}</label>
      <div class="add-row">
        <TermField
          id={field}
          input={input}
          text={text}
          onText={(typed) => {
            setText(typed);
            setRefused(false);
          }}
          vocabulary={index?.vocabulary}
          invalid={refused}
          describedBy={refused ? `${problem} ${preview}` : preview}
          onFocus={want}
        />
        {lists.length > 1 && (
          <select aria-label={translate("move_to_list")} value={list} onChange={(event) => setList(Number(event.currentTarget.value))}>
            {lists.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <button type="submit" class="primary">
          {translate("save")}
        </button>
        <button type="button" onClick={onDone}>
          {translate("cancel")}
        </button>
      </div>
      {refused && !parsed.ok && parsed.problem !== "ambiguous" && (
        <p class="problem" id={problem} role="alert">
          {problemText(parsed, translate)}
        </p>
      )}
      <div class="preview" id={preview}>
        {parsed.ok && <WatchPreview watch={parsed.watch} index={settled ? index : undefined} onWiden={widen} />}
      </div>
      {!parsed.ok && parsed.problem === "ambiguous" && (
        <WatchChoices group={choices} text={parsed.text} choices={parsed.choices} index={settled ? index : undefined} onChoose={save} onWiden={widen} />
      )}
    </form>
  );
}
