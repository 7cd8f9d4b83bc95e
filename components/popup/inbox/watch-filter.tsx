import { useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { MatchFilter } from "../../../lib/store/matches/match-filter.ts";
import type { MatchView } from "../../../lib/store/matches/matches.ts";
import { late } from "../../late.tsx";
import { placeBelow } from "../../place-below.ts";

export interface Filtered {
  filter: MatchFilter;
  /** In words. */
  text: string;
}

interface WatchFilterProps {
  view: MatchView;
  namesLists: boolean;
  filtered: Filtered | undefined;
  onFilter: (filtered: Filtered | undefined) => void;
  onRead: (ids: string[]) => void;
}

const FilterList = late(async () => (await import("./filter-list.tsx")).FilterList);

/** Shows the matches of one watch or list alone, or marks them read. The browser opens and closes what it asks in, and gives the focus back. */
export function WatchFilter({ view, namesLists, filtered, onFilter, onRead }: WatchFilterProps) {
  const [id, label] = [useId(), useId()];
  const button = useRef<HTMLButtonElement>(null);
  const dialog = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const close = (act: () => void) => {
    dialog.current?.hidePopover();
    act();
  };
  return (
    <>
      <button ref={button} id={label} type="button" class="pill" popovertarget={id} aria-haspopup="dialog" aria-expanded={isOpen}>
        <span dir="auto">{filtered?.text ?? translate("every_watch")}</span>
      </button>
      <div
        ref={dialog}
        id={id}
        class="menu askers"
        role="dialog"
        aria-labelledby={label}
        popover="auto"
        tabIndex={-1}
        onToggle={(event) => {
          setOpen(event.newState === "open");
          if (event.newState !== "open" || !button.current) return;
          placeBelow(event.currentTarget, button.current);
          event.currentTarget.focus();
        }}
      >
        {isOpen && (
          <FilterList
            view={view}
            namesLists={namesLists}
            filter={filtered?.filter}
            onFilter={(filter, text) => close(() => onFilter(filter && { filter, text }))}
            onRead={view === "unread" ? (ids) => close(() => onRead(ids)) : undefined}
          />
        )}
      </div>
    </>
  );
}
