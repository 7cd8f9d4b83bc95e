import { useId, useRef, useState } from "preact/hooks";
import { readSubscription, subscriptionAddress } from "../../../lib/feed/subscription.ts";
import { translate } from "../../../lib/language/translate.ts";
import type { SubscribedFeed } from "../../../lib/store/feeds/read-feeds.ts";
import { MOST_FEEDS } from "../../../lib/terms/settings.ts";
import { underscored } from "../../text/underscored.ts";

/** A field for the address of another feed, or of one of these with other keys. What cannot be one stays in the field, and is said why. */
export function AddFeed({ subscribed, onAdd }: { subscribed: SubscribedFeed[]; onAdd: (feed: Pick<SubscribedFeed, "address" | "folder">) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState("");
  const [field, complaint] = [useId(), useId()];
  const add = (event: Event) => {
    event.preventDefault();
    const refused = (why: string) => {
      setProblem(why);
      input.current?.focus();
    };
    const read = readSubscription(text);
    if (!read.ok) return refused(translate(`shared_problem_${underscored(read.problem)}`));
    const { folder } = read.subscription;
    const address = subscriptionAddress(read.subscription);
    if (subscribed.some((feed) => feed.address === address)) return refused(translate("shared_problem_already_there"));
    if (subscribed.filter((feed) => feed.folder !== folder).length >= MOST_FEEDS) return refused(translate("shared_problem_too_many", [MOST_FEEDS]));
    setProblem("");
    setText("");
    onAdd({ address, folder });
  };
  return (
    <form class="setting" onSubmit={add} noValidate>
      <label for={field}>{translate("shared_add_label")}</label>
      <div class="setting-row">
        <input
          ref={input}
          id={field}
          type="text"
          class="wide"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-invalid={problem !== ""}
          aria-describedby={complaint}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button type="submit">{translate("shared_add")}</button>
      </div>
      <p id={complaint} class="problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
