import { createRef } from "preact";
import type { FirstScreen } from "../../lib/store/matches/first-screen.ts";
import { ShownMatches } from "./inbox/shown-matches.tsx";
import { PopupHeader } from "./popup-header.tsx";
import { SearchField } from "./search/search-field.tsx";

const nothing = () => {};
const field = createRef<HTMLInputElement>();
const panel = createRef<HTMLElement>();

/** The popup as it stands before its database is open: each thing in its place, with the matches that were noted for that, none to be used yet. */
export function PopupSkeleton({ first }: { first?: FirstScreen | undefined }) {
  return (
    <div class="popup-skeleton" inert aria-busy="true">
      <PopupHeader onCheck={nothing} onKeys={nothing}>
        <SearchField query="" onQuery={nothing} onSubmit={nothing} field={field} />
      </PopupHeader>
      <ShownMatches
        list={first?.list}
        papers={first?.papers}
        mutes={first?.mutes}
        lists={first?.lists}
        view="unread"
        onView={nothing}
        panel={panel}
        onFilter={nothing}
        onRead={nothing}
        onReadAll={nothing}
        act={nothing}
      />
      <footer class="popup-foot" />
    </div>
  );
}
