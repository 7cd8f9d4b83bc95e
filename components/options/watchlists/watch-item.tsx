import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { WatchRow } from "../../../lib/store/database/schema.ts";
import type { FilledWatchlist } from "../../../lib/store/lists/read-watchlists.ts";
import { explainRule } from "../../../lib/watch/explaining/explain-rule.ts";
import type { ToldRenaming } from "../../../lib/watch/suggesting/told-renaming.ts";
import { formatTerm } from "../../../lib/watch/syntax/format-term.ts";
import { formatWatch } from "../../../lib/watch/syntax/format-watch.ts";
import { readRule } from "../../../lib/watch/syntax/parse-rule.ts";
import type { Watch } from "../../../lib/watch/watch.ts";
import { useAttempt } from "../../attempts.tsx";
import { useReturnedFocus } from "../../hooks/use-returned-focus.ts";
import { Icon } from "../../icon.tsx";
import { RenamingLine } from "../../watching/renaming-line.tsx";
import { joinsAnother } from "./joins-another.ts";
import { WatchDetails } from "./watch-details.tsx";
import { EditWatch } from "./watch-form/edit-watch.tsx";

interface WatchItemProps {
  watch: WatchRow;
  lists: FilledWatchlist[];
  told: ToldRenaming | undefined;
  onRemove: () => void;
  /** Called before it leaves the list by being moved, or joins one that is there. */
  onLeaving: () => void;
}

/** One watch of a list, with what it found, and buttons to change and to remove it. */
export function WatchItem({ watch, lists, told, onRemove, onLeaving }: WatchItemProps) {
  const [editing, setEditing] = useState(false);
  const editButton = useReturnedFocus(editing);
  const attempt = useAttempt();
  const typed = formatWatch(watch);
  const widen = (wider: Watch) => {
    if (joinsAnother(lists, { id: watch.id, list: watch.list, changed: wider })) onLeaving();
    void attempt(() => sendMessage("editWatch", { id: watch.id, watch: wider, list: watch.list }));
  };
  return (
    <li data-key={watch.id}>
      {editing ? (
        <EditWatch watch={watch} lists={lists} onLeaving={onLeaving} onDone={() => setEditing(false)} />
      ) : (
        <div class="watch-row">
          <span class="watch-kind">{translate(`kind_${watch.kind}`)}</span>
          <span class="watch-text" dir="auto">
            {watch.kind === "rule" ? <RuleText watch={watch} /> : watch.text}
          </span>
          <button ref={editButton} type="button" class="plain icon-only" aria-label={translate("edit_watch", [typed])} onClick={() => setEditing(true)}>
            <Icon name="edit" />
          </button>
          <button type="button" class="plain icon-only" data-keeps-focus aria-label={translate("remove_watch", [typed])} onClick={onRemove}>
            <Icon name="remove" />
          </button>
        </div>
      )}
      {told && !editing && <RenamingLine told={told} onWiden={widen} heirOf={() => editButton.current} />}
      <WatchDetails watch={watch} />
    </li>
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
