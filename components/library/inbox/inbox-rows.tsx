import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { InboxPaper } from "../../../lib/library/inbox/group-matches.ts";
import { formatRoute } from "../../../lib/library/route.ts";
import { reasonText } from "../../../lib/notify/reason-text.ts";
import { Icon, type IconName } from "../../icon.tsx";
import { translateCount } from "../../text/format-number.ts";
import { TitleText } from "../../text/title-text.tsx";
import { calendarDate, paperDate } from "../paper/paper-date.ts";
import type { InboxDeeds } from "./use-inbox-deeds.ts";

interface PaperRowProps {
  paper: InboxPaper;
  tabIndex: 0 | -1;
  isSelected: boolean;
  onSelect: (isSelected: boolean) => void;
  deeds: InboxDeeds;
}

/** A paper of which something was found: what, why, and what can be done with it. */
export function PaperRow({ paper: inboxPaper, tabIndex, isSelected, onSelect, deeds }: PaperRowProps) {
  const { series, matches } = inboxPaper;
  const [newest] = matches;
  const { id, paper, draft } = newest;
  const name = useId();
  const unread = matches.filter(({ readAt }) => readAt === 0).length;
  const isStarred = matches.some(({ starredAt }) => starredAt > 0);
  const laterAt = Math.max(0, ...matches.map((match) => match.laterAt ?? 0));
  const reasons = [...new Set(matches.flatMap((match) => match.reasons.map((reason) => reasonText(reason, translate))))];
  const title = paper.title || matches.find((match) => match.paper.title !== "")?.paper.title || "";
  const [author, ...others] = paper.authors;
  return (
    <article class={unread > 0 ? "inbox-paper is-unread" : "inbox-paper"}>
      <input
        type="checkbox"
        tabIndex={tabIndex}
        checked={isSelected}
        aria-label={translate("inbox_select", [series])}
        onChange={(event) => onSelect(event.currentTarget.checked)}
      />
      <div class="summary">
        <p class="summary-name">
          <a
            class="summary-id"
            href={formatRoute({ page: "paper", series, document: id })}
            tabIndex={tabIndex}
            aria-labelledby={`${name}-id ${name}-title ${name}-facts`}
          >
            <span id={`${name}-id`}>{id}</span>
          </a>{" "}
          <span id={`${name}-title`} class="summary-title" dir="auto" title={title.length > 80 ? title : undefined}>
            {title ? <TitleText text={title} /> : <em>{translate("no_title")}</em>}
          </span>
        </p>
        <p id={`${name}-facts`} class="summary-facts">
          {unread > 0 && <b class="unread-mark">{translateCount("inbox_new", unread)}</b>}
          {(draft || paper.prefix === "D") && <span class="draft">{translate("draft_published")}</span>}
          {paper.date && <time dateTime={paper.date}>{paperDate(paper.date)}</time>}
          {laterAt > 0 && <span>{translate("inbox_later_since", [calendarDate(laterAt)])}</span>}
          {paper.audience.length > 0 && <bdi>{paper.audience.join(", ")}</bdi>}
          {author !== undefined && <span dir="auto">{others.length > 0 ? translate("first_of_authors", [author]) : author}</span>}
          {reasons.length > 0 && (
            <em class="reason" dir="auto">
              {reasons.join(" · ")}
            </em>
          )}
        </p>
      </div>
      <p class="row-actions">
        <RowAction
          control="star"
          icon="star"
          label={translate(isStarred ? "unstar_of" : "star_of", [series])}
          isOn={isStarred}
          tabIndex={tabIndex}
          onClick={() => deeds.star([inboxPaper], !isStarred)}
        />
        <RowAction
          control="later"
          icon="later"
          label={translate(laterAt > 0 ? "inbox_not_later_of" : "inbox_later_of", [series])}
          isOn={laterAt > 0}
          tabIndex={tabIndex}
          onClick={() => deeds.putOff([inboxPaper], laterAt === 0)}
        />
        <RowAction
          control="read"
          icon={unread > 0 ? "check" : "unread"}
          label={translate(unread > 0 ? "mark_read_of" : "mark_unread_of", [series])}
          tabIndex={tabIndex}
          onClick={() => (unread > 0 ? deeds.read([inboxPaper]) : deeds.unread([inboxPaper]))}
        />
      </p>
    </article>
  );
}

interface RowActionProps {
  control: string;
  icon: IconName;
  label: string;
  isOn?: boolean;
  tabIndex: 0 | -1;
  onClick: () => void;
}

/** Drawn as an icon; its words are seen by who points at it or has come to it by keyboard, and heard by the others. */
function RowAction({ control, icon, label, isOn = false, tabIndex, onClick }: RowActionProps) {
  return (
    <button type="button" class={`plain row-action${isOn ? " is-on" : ""}`} data-control={control} tabIndex={tabIndex} onClick={onClick}>
      <Icon name={icon} />
      <span class="tip">{label}</span>
    </button>
  );
}

interface GroupRowProps {
  title: string;
  papers: InboxPaper[];
  tabIndex: 0 | -1;
  /** Absent where there is nothing to be marked. */
  onRead: ((papers: InboxPaper[]) => void) | undefined;
}

/** What the papers below have in common, and the button that is done with all of them. */
export function GroupRow({ title, papers, tabIndex, onRead }: GroupRowProps) {
  return (
    <div class="inbox-group">
      <h2 dir="auto" tabIndex={onRead ? undefined : tabIndex} data-row-head={onRead ? undefined : true}>
        {title} <span class="help">{translateCount("papers_count", papers.length)}</span>
      </h2>
      {onRead && (
        <button type="button" class="plain" tabIndex={tabIndex} data-row-head onClick={() => onRead(papers)}>
          <Icon name="check" />
          {translate("inbox_read_all")}
          <span class="visually-hidden" dir="auto">
            {" "}
            {title}
          </span>
        </button>
      )}
    </div>
  );
}
