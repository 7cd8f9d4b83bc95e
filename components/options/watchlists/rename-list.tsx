import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { Watchlist } from "../../../lib/store/database/schema.ts";
import { useAttempt } from "../../attempts.tsx";
import { useReturnedFocus } from "../../hooks/use-returned-focus.ts";
import { Icon } from "../../icon.tsx";
import { translateCount } from "../../text/format-number.ts";
import { ListNameForm } from "./list-name-form.tsx";

interface RenameListProps {
  list: Watchlist;
  /** The heading's id. */
  heading: string;
  /** Names of the other lists. */
  taken: string[];
  /** Of its watches. */
  count: number;
  /** What else can be done with the list, beside the button. */
  children: ComponentChildren;
}

/** The heading of a watchlist, which turns into a field while it is renamed. */
export function RenameList({ list, heading, count, taken, children }: RenameListProps) {
  const attempt = useAttempt();
  const [renaming, setRenaming] = useState(false);
  const button = useReturnedFocus(renaming);
  const rename = (name: string) =>
    attempt(async () => {
      await sendMessage("renameWatchlist", { id: list.id, name });
      setRenaming(false);
    });
  return (
    <div class="list-head">
      <h2 id={heading} class={renaming ? "visually-hidden" : ""} dir="auto">
        {list.name}
      </h2>
      {!renaming && <span class="help list-count">{translateCount("watches_count", count)}</span>}
      {renaming ? (
        <ListNameForm name={list.name} submit={translate("save")} taken={taken} onSubmit={rename} onCancel={() => setRenaming(false)} />
      ) : (
        <span class="list-actions">
          <button
            type="button"
            class="plain"
            ref={button}
            data-keeps-focus
            aria-label={translate("rename_list_of", [list.name])}
            onClick={() => setRenaming(true)}
          >
            <Icon name="edit" />
            {translate("rename_list")}
          </button>
          {children}
        </span>
      )}
    </div>
  );
}
