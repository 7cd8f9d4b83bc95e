import { createRef } from "preact";
import { InboxSkeleton } from "./inbox/inbox-skeleton.tsx";
import { ViewTabs } from "./inbox/view-tabs.tsx";
import { PopupHeader } from "./popup-header.tsx";
import { SearchField } from "./search/search-field.tsx";

const nothing = () => {};

/** The popup as it stands before its database is open: each thing in its place, none to be used yet. */
export function PopupSkeleton() {
  return (
    <div class="popup-skeleton" inert aria-busy="true">
      <PopupHeader onCheck={nothing} onKeys={nothing}>
        <SearchField query="" onQuery={nothing} onSubmit={nothing} field={createRef()} />
      </PopupHeader>
      <ViewTabs view="unread" counts={undefined} onView={nothing} />
      <InboxSkeleton />
      <footer class="popup-foot" />
    </div>
  );
}
