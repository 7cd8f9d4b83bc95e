import { useRef } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import { readWatchlists } from "../../lib/store/lists/read-watchlists.ts";
import { BUILT_IN_FEED } from "../../lib/terms/built-in-feed.ts";
import { AskedHosts } from "../asked-hosts.tsx";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { NotificationTest } from "../notifications/notification-test.tsx";
import { AddWatch } from "../options/watchlists/watch-form/add-watch.tsx";
import { Examples } from "./examples.tsx";
import { NewestThatFit } from "./newest-that-fit.tsx";
import { PinPart } from "./pin-part.tsx";
import { WatchedSoFar } from "./watched-so-far.tsx";

/** What a person sees first: what PaperScout does, a first watch, whether notifications come through, and whom it asks. Nothing here is required. */
export function Welcome() {
  const lists = useLiveQuery(readWatchlists);
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <header class="welcome-header">
        <img src="/icon/icon.svg" alt="" width="48" height="48" />
        <h1>{translate("welcome_title")}</h1>
      </header>
      <p class="lead">{translate("welcome_what")}</p>
      <p class="help">{translate("welcome_nothing_needed")}</p>
      <section aria-labelledby="watch">
        <h2 ref={heading} id="watch" tabIndex={-1}>
          {translate("welcome_watch")}
        </h2>
        {lists && <AddWatch lists={lists} takesFocus={false} />}
        <p class="help">{translate("welcome_audience")}</p>
        <Examples />
        {lists && <WatchedSoFar lists={lists} heir={heading} />}
        {lists && <NewestThatFit lists={lists} />}
      </section>
      <PinPart />
      <section aria-labelledby="notifications">
        <h2 id="notifications">{translate("welcome_notifications")}</h2>
        <NotificationTest />
      </section>
      <details class="hosts">
        <summary>
          <h2>{translate("welcome_hosts")}</h2>
        </summary>
        <AskedHosts />
        <ul class="never">
          <li>{translate("welcome_never_send")}</li>
          <li>{translate("welcome_never_read")}</li>
          <li>{translate("welcome_never_hurry")}</li>
        </ul>
      </details>
      {BUILT_IN_FEED !== "" && (
        <section aria-labelledby="shared">
          <h2 id="shared">{translate("welcome_shared")}</h2>
          <p>{translate("welcome_shared_help", [new URL(BUILT_IN_FEED).host])}</p>
          <p>
            <a href="/options.html#/drafts">{translate("welcome_to_shared")}</a>
          </p>
        </section>
      )}
      <section aria-labelledby="next">
        <h2 id="next">{translate("welcome_next")}</h2>
        <ul class="ways">
          <li>
            <a href="/library.html">{translate("welcome_to_library")}</a>
          </li>
          <li>
            <a href="/options.html">{translate("welcome_to_options")}</a>
          </li>
          {/* Where this build brings a feed along, it is told of above. */}
          {BUILT_IN_FEED === "" && (
            <li>
              <a href="/options.html#/drafts">{translate("welcome_offer_shared")}</a>
            </li>
          )}
        </ul>
      </section>
    </>
  );
}
