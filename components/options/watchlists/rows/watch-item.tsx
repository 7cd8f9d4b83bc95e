import { Fragment } from "preact";
import { useId, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { WatchRow } from "../../../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../../../lib/store/lists/read-watchlists.ts";
import { explainRule } from "../../../../lib/watch/explaining/explain-rule.ts";
import type { ToldRenaming } from "../../../../lib/watch/suggesting/told-renaming.ts";
import { formatTerm } from "../../../../lib/watch/syntax/format-term.ts";
import { formatWatch } from "../../../../lib/watch/syntax/format-watch.ts";
import { readRule } from "../../../../lib/watch/syntax/parse-rule.ts";
import type { Watch } from "../../../../lib/watch/watch.ts";
import { useAttempt } from "../../../attempts.tsx";
import { useReturnedFocus } from "../../../hooks/use-returned-focus.ts";
import { Icon } from "../../../icon.tsx";
import { LeavingButton } from "../../../leaving-button.tsx";
import { TitleText } from "../../../text/title-text.tsx";
import { RenamingLine } from "../../../watching/renaming-line.tsx";
import { useIndex } from "../index-context.tsx";
import { joinsAnother } from "../joins-another.ts";
import { EditWatch } from "../watch-form/edit-watch.tsx";
import { foundText } from "./found-text.ts";
import type { Picked } from "./use-picked.ts";
import { WatchDetails } from "./watch-details.tsx";
import { type Dead, useWatchFacts } from "./watch-facts.tsx";

interface WatchItemProps {
  watch: WatchRow;
  lists: FilledWatchlist[];
  told: ToldRenaming | undefined;
  picked: Picked | undefined;
  onRemove: () => void;
  /** Called before it leaves the list by being moved, or joins one that is there. */
  onLeaving: () => void;
}

/** One watch of a list on one line, with what it found, and buttons to change and to remove it. */
export function WatchItem({ watch, lists, told, picked, onRemove, onLeaving }: WatchItemProps) {
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState(false);
  const details = useId();
  const { want } = useIndex();
  const editButton = useReturnedFocus(editing);
  const attempt = useAttempt();
  const facts = useWatchFacts(watch);
  const typed = formatWatch(watch);
  const become = (other: Watch) => {
    if (joinsAnother(lists, { id: watch.id, list: watch.list, changed: other })) onLeaving();
    void attempt(() => sendMessage("editWatch", { id: watch.id, watch: other, list: watch.list }));
  };
  const unfold = () => {
    setOpen(!open);
    want();
  };
  if (editing)
    return (
      <li data-key={watch.id}>
        <EditWatch watch={watch} lists={lists} onLeaving={onLeaving} onDone={() => setEditing(false)} />
      </li>
    );
  return (
    <li data-key={watch.id}>
      <div class="watch-row">
        {picked && (
          <label class="watch-pick">
            <input
              type="checkbox"
              aria-label={translate("pick_watch", [typed])}
              checked={picked.ids.has(watch.id)}
              onClick={(event) => picked.pick(watch.id, event.shiftKey)}
            />
          </label>
        )}
        <span class="watch-kind">{translate(`kind_${watch.kind}`)}</span>
        <span class="watch-text" dir="auto">
          <WatchText watch={watch} title={facts?.title} />
          {facts?.dead && <DeadNote dead={facts.dead} onInstead={become} />}
        </span>
        <button type="button" class="plain watch-found" aria-expanded={open} aria-controls={details} onClick={unfold}>
          {facts?.found ? foundText(facts.found, Date.now(), translate) : translate("what_it_finds")}
          <span class="visually-hidden" dir="auto">
            {" "}
            {typed}
          </span>
        </button>
        <button
          ref={editButton}
          type="button"
          class="plain icon-only"
          data-label={translate("edit_short")}
          aria-label={translate("edit_watch", [typed])}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" />
        </button>
        <button
          type="button"
          class="plain icon-only"
          data-keeps-focus
          data-label={translate("remove_short")}
          aria-label={translate("remove_watch", [typed])}
          onClick={onRemove}
        >
          <Icon name="remove" />
        </button>
      </div>
      {told && <RenamingLine told={told} onWiden={become} heirOf={() => editButton.current} />}
      <div id={details} class="watch-details" hidden={!open}>
        {open && <WatchDetails watch={watch} />}
      </div>
    </li>
  );
}

function WatchText({ watch, title }: { watch: WatchRow; title: string | undefined }) {
  if (watch.kind === "rule") return <RuleText watch={watch} />;
  if (watch.kind !== "paper") return watch.text;
  return (
    <>
      <b>{watch.text}</b> {title !== undefined && <TitleText text={title} />}
    </>
  );
}

/** The terms of a rule, none of them broken in two where there is room for it on a line of its own, and what they mean. */
function RuleText({ watch }: { watch: WatchRow }) {
  return (
    <>
      {readRule(watch.text).map((term) => (
        <Fragment key={formatTerm(term)}>
          <span class="watch-term">{formatTerm(term)}</span>{" "}
        </Fragment>
      ))}
      <span class="watch-words">{explainRule(watch, translate)}</span>
    </>
  );
}

/** That nothing will come of a watch as it stands, and what to make of it. */
function DeadNote({ dead: { why, instead }, onInstead }: { dead: Dead; onInstead: (watch: Watch) => void }) {
  return (
    <span class="dead">
      {" "}
      · {translate(`dead_${why}`)}
      {instead && (
        <>
          {" "}
          <LeavingButton
            class="plain"
            heirOf={(button) => button.closest("li")?.querySelector<HTMLElement>("[data-keeps-focus]") ?? null}
            onClick={() => onInstead(instead)}
          >
            {translate("dead_instead", [instead.text])}
          </LeavingButton>
        </>
      )}
    </span>
  );
}
