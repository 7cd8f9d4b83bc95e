import { useEffect, useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { asOneLine } from "../../../../lib/watch/syntax/split-entries.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useAttempt } from "../../../attempts.tsx";
import { formatNumber, translateCount } from "../../../text/format-number.ts";
import { watchText } from "../../../watching/watch-text.ts";
import { IndexProvider, useIndex } from "../index-context.tsx";
import { useLinkedWatch } from "../use-linked-watch.ts";
import { EnteredWatch } from "./entered-watch.tsx";
import { LookBackChoice } from "./look-back-choice.tsx";
import { isThere } from "./only-revision.tsx";
import { problemText } from "./problem-text.ts";
import { readSeveral, remainder, SeveralPreview, type SeveralWatches } from "./several-watches.tsx";
import { TermField } from "./term-field.tsx";
import { useEntered, useWhenLooked } from "./use-entered.ts";

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
  const { index: known, want } = useIndex();
  const input = useRef<HTMLInputElement>(null);
  const choices = useRef<HTMLFieldSetElement>(null);
  const [text, setText] = useState("");
  const [refused, setRefused] = useState(false);
  const [result, setResult] = useState("");
  const [lookBack, setLookBack] = useState(false);
  const [chosenList, setChosenList] = useState<number>();
  const list = lists.find(({ id }) => id === chosenList) ?? lists[0];
  const entered = useEntered(text);
  const { parsed, meant, index } = entered;
  const several = !parsed.ok && parsed.problem === "several" ? readSeveral(parsed, index) : undefined;
  const [field, problem, preview] = [useId(), useId(), useId()];

  useEffect(() => {
    // Whoever has nothing yet came here to add something.
    if (takesFocus && location.hash === "" && lists.every(({ watches }) => watches.length === 0)) input.current?.focus();
  }, []);

  const listName = () => list?.name ?? translate("first_list_name");
  const send = (watch: Watch) => sendMessage("addWatch", { ...(list && { list: list.id }), watch, ...(lookBack && { lookBack }) });
  const tell = (told: string) => setResult(lookBack ? `${told} ${translate("looking_back")}` : told);
  const add = (watch: Watch) =>
    attempt(async () => {
      const answer = await send(watch);
      tell(translate(answer === "added" ? "watch_added" : "watch_already_there", [watchText(watch, translate), listName()]));
      // Whoever types the next one meanwhile keeps it.
      if (answer === "added") setText((typed) => (typed === text ? "" : typed));
      setRefused(false);
      input.current?.focus();
    });
  const addSeveral = (several: SeveralWatches) =>
    attempt(async () => {
      const { watches } = several;
      let added = 0;
      for (const watch of watches) if ((await send(watch)) === "added") added++;
      const there = watches.length - added;
      tell([translate("several_added", added, [formatNumber(added), listName()]), there > 0 ? translateCount("several_there", there) : ""].join(" ").trim());
      // What is no watch yet can be mended where it stands.
      setText((typed) => (typed === text ? remainder(several) : typed));
      setRefused(false);
      input.current?.focus();
    });
  const addEntered = () => {
    if (several) void addSeveral(several);
    else if (meant) void add(meant.watch);
  };
  const addOrAsk = () => {
    const asked = several ? null : choices.current?.querySelector("button");
    if (asked) asked.focus();
    else addEntered();
  };
  const submitLooked = useWhenLooked(several ? index !== undefined : entered.isLooked, text, addOrAsk, addEntered);
  const submit = (event: Event) => {
    event.preventDefault();
    setResult("");
    if (meant || (several && several.watches.length > 0) || (!parsed.ok && parsed.problem === "ambiguous")) return submitLooked();
    setRefused(true);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !event.shiftKey || event.isComposing || !meant?.only || event.target !== input.current) return;
    event.preventDefault();
    if (index && !isThere(meant.only, index)) void add(meant.only);
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
  useLinkedWatch(retype);
  const choose = (chosen: string, watch: Watch) => {
    if (parsed.ok || parsed.problem !== "several") return;
    retype(asOneLine([...parsed.texts, ...(parsed.rest ?? [])].map((one) => (one === chosen ? formatWatch(watch) : one)).join("\n")));
  };

  return (
    <form class="add-watch" onSubmit={submit} onKeyDown={press} noValidate>
      <label for={field}>{translate("add_label")}</label>
      <div class="add-row">
        <TermField
          id={field}
          input={input}
          text={text}
          onText={type}
          vocabulary={known?.vocabulary}
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
          {several ? translate("several_none") : problemText(parsed, translate)}
        </p>
      )}
      <EnteredWatch
        entered={entered}
        id={preview}
        group={choices}
        onChoose={(watch) => void add(watch)}
        onText={retype}
        help={result === "" ? translate("add_help") : ""}
      />
      {several && <SeveralPreview several={several} index={index} onChoose={choose} />}
      <p role="status" class="result" dir="auto">
        {result}
      </p>
    </form>
  );
}
