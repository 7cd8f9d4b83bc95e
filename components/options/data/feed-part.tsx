import { useId, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { reasonText } from "../../../lib/notify/reason-text.ts";
import { plainTitle } from "../../../lib/papers/text/title-parts.ts";
import { FEED_CHOICES, type FeedChoice, readFeedMatches } from "../../../lib/store/matches/feed-matches.ts";
import { atomFeed, type FeedTexts } from "../../../lib/watch/atom-feed.ts";
import { useAttempt } from "../../attempts.tsx";
import { useDatabase } from "../../database-context.ts";
import { downloadFile } from "../../download-file.ts";
import { formatList } from "../../text/format-list.ts";
import { translateCount } from "../../text/format-number.ts";

/** Saving matches as a file that feed readers understand. */
export function FeedPart() {
  const db = useDatabase();
  const attempt = useAttempt();
  const [choice, setChoice] = useState<FeedChoice>("all");
  const [saved, setSaved] = useState<number>();
  const [heading, field, help] = [useId(), useId(), useId()];
  const save = () =>
    attempt(async () => {
      const now = new Date();
      const matches = await readFeedMatches(db, choice, now.getTime());
      // Swedish dates are ISO dates.
      downloadFile(
        `paperscout-${choice}-${now.toLocaleDateString("sv")}.atom`,
        atomFeed(matches, choice, now.getTime(), textsOf(choice)),
        "application/atom+xml",
      );
      setSaved(matches.length);
    });
  return (
    <section class="setting-group" aria-labelledby={heading}>
      <h2 id={heading}>{translate("feed_heading")}</h2>
      <div class="setting">
        <label for={field}>{translate("feed_which")}</label>
        <div class="setting-row">
          <select
            id={field}
            value={choice}
            onChange={(event) => {
              setChoice(event.currentTarget.value as FeedChoice);
              setSaved(undefined);
            }}
          >
            {FEED_CHOICES.map((one) => (
              <option key={one} value={one}>
                {translate(`feed_choice_${one}`)}
              </option>
            ))}
          </select>
          <button type="button" aria-describedby={help} onClick={() => void save()}>
            {translate("feed_save")}
          </button>
        </div>
        <p class="result" role="status">
          {saved !== undefined && translateCount("feed_saved", saved)}
        </p>
        <p id={help} class="help">
          {translate("feed_help")}
        </p>
      </div>
    </section>
  );
}

function textsOf(choice: FeedChoice): FeedTexts {
  return {
    title: translate(`feed_title_${choice}`),
    language: translate("locale"),
    entryTitle: ({ id, paper }) => (paper.title === "" ? id : translate("notification_titled", [id, plainTitle(paper.title)])),
    summary: ({ reasons, draft }) => `${formatList(reasons.map((reason) => reasonText(reason, translate)))}${draft ? `. ${translate("feed_draft")}` : ""}`,
  };
}
