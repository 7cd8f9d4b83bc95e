import { useEffect, useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useIndex } from "../index-context.tsx";
import { joinsAnother } from "../joins-another.ts";
import { EnteredWatch } from "./entered-watch.tsx";
import { isThere } from "./only-revision.tsx";
import { problemText } from "./problem-text.ts";
import { TermField } from "./term-field.tsx";
import { useEntered, useWhenLooked } from "./use-entered.ts";

interface EditWatchProps {
  watch: WatchRow;
  lists: FilledWatchlist[];
  onLeaving: () => void;
  onDone: () => void;
}

/** Changes a watch where it stands, or moves it to another list. Takes the focus; Escape cancels. */
export function EditWatch({ watch, lists, onLeaving, onDone }: EditWatchProps) {
  const attempt = useAttempt();
  const { index: known, want } = useIndex();
  const input = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const [text, setText] = useState(formatWatch(watch));
  const [list, setList] = useState(watch.list);
  const [refused, setRefused] = useState(false);
  const [field, problem, preview] = [useId(), useId(), useId()];
  const entered = useEntered(text, watch);
  const { parsed, meant, index } = entered;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  const save = (changed: Watch) =>
    attempt(async () => {
      if (list !== watch.list || joinsAnother(lists, { id: watch.id, list, changed })) onLeaving();
      await sendMessage("editWatch", { id: watch.id, watch: changed, list });
      onDone();
    });
  const saveOrAsk = () => {
    const asked = choices.current?.querySelector("button");
    if (asked) return asked.focus();
    if (meant) void save(meant.watch);
  };
  // Who types on has not done with it.
  const submitLooked = useWhenLooked(entered.isLooked, text, saveOrAsk, () => {});
  const submit = (event: Event) => {
    event.preventDefault();
    if (meant || (!parsed.ok && parsed.problem === "ambiguous")) return submitLooked();
    setRefused(true);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") return onDone();
    if (event.key !== "Enter" || !event.shiftKey || event.isComposing || !meant?.only || event.target !== input.current) return;
    event.preventDefault();
    if (index && !isThere(meant.only, index)) void save(meant.only);
  };
  return (
    <form class="edit-watch" onSubmit={submit} onKeyDown={press} noValidate>
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
          vocabulary={known?.vocabulary}
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
      <EnteredWatch
        entered={entered}
        id={preview}
        group={choices}
        onChoose={(watch) => void save(watch)}
        onText={(typed) => {
          setText(typed);
          setRefused(false);
          input.current?.focus();
        }}
        help=""
      />
    </form>
  );
}
