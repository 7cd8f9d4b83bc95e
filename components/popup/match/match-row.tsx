import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { paperLink } from "../../../lib/papers/paper-link.ts";
import { late } from "../../late.tsx";
import { documentDate } from "../../text/document-date.ts";
import { translateCount } from "../../text/format-number.ts";
import { calendarDay, fullTime } from "../../text/format-time.ts";
import { TitleText } from "../../text/title-text.tsx";
import { draftMarks, untitledText } from "./draft-text.ts";
import { ChangedSections, useHasAbstract } from "./known-texts.tsx";
import type { MatchActions, Row } from "./match-actions.ts";
import { MatchButtons } from "./match-buttons.tsx";
import { MatchReasons } from "./match-reasons.tsx";
import { unreadableText } from "./unreadable-text.ts";
import { WasDraft } from "./was-draft.tsx";
import { whenOpened } from "./when-opened.ts";

const AbstractNote = late(async () => (await import("./abstract-note.tsx")).AbstractNote);

export interface MatchRowProps {
  row: Row;
  /** The title that stands above it already, and need not be seen again. */
  titleAbove?: string;
  /** Whether it is the row of the list that Tab reaches. */
  isCurrent: boolean;
  isMuted: boolean;
  /** Its paper is watched by the number. */
  isWatched: boolean;
  /** With several watchlists a reason says which of them asked. */
  namesLists: boolean;
  /** Whether its revisions are shown below it; undefined where there is one only. */
  isOpen?: boolean | undefined;
  /** Whether it is shown what it is about, where that is known. */
  isAbout: boolean;
  actions: MatchActions;
}

/** A paper, or one revision of it: its title, one line about it, and what can be done. The whole of it opens the document. */
export function MatchRow({ row, titleAbove, isCurrent, isMuted, isWatched, namesLists, isOpen, isAbout, actions }: MatchRowProps) {
  const { lead, matches } = row;
  const { id, paper, draft, from } = lead;
  const name = useId();
  const hasAbstract = useHasAbstract(id);
  const tabIndex = isCurrent ? 0 : -1;
  const opened = () => actions.opened(row);
  const unread = matches.filter(({ readAt }) => readAt === 0).length;
  const isTitled = titleAbove !== paper.title;
  // An author who is the reason is named there, and the line has little room.
  const isForAuthor = matches.some(({ reasons }) => reasons.some(({ kind }) => kind === "author"));
  const [first, ...others] = isForAuthor ? [] : paper.authors;
  const [draftMark, ...fates] = draftMarks(lead, Date.now(), translate);
  const modifiedAt = draft?.modifiedAt;
  const date = paper.date ? documentDate(paper.date) : modifiedAt !== undefined && calendarDay(modifiedAt, Date.now());
  return (
    <div class={unread > 0 ? "match-row unread" : "match-row"} data-key={row.key}>
      {unread > 0 && <span class="dot" role="img" aria-label={translate("library_unread")} />}
      <a
        id={`${name}t`}
        class="match-title"
        data-control="open"
        tabIndex={tabIndex}
        aria-labelledby={`${name}t ${name}i ${name}r`}
        href={paperLink(paper)}
        target="_blank"
        rel="noreferrer noopener"
        dir="auto"
        {...whenOpened(opened)}
      >
        <span class={isTitled ? undefined : "visually-hidden"}>
          {paper.title ? <TitleText text={paper.title} /> : <em>{untitledText(lead, translate)}</em>}
        </span>
      </a>
      <div class="match-line">
        <span id={`${name}i`}>
          <span class="match-id">{id}</span>
          {draftMark !== undefined && (
            <span class="draft" title={translate("draft_label")}>
              {draftMark}
            </span>
          )}
          {fates.map((fate) => (
            <span key={fate} class="draft">
              {fate}
            </span>
          ))}
          {isMuted && <span class="muted">{translate("muted_mark")}</span>}
        </span>
        {isOpen !== undefined && (
          <button
            type="button"
            class="revisions-button"
            data-control="revisions"
            tabIndex={tabIndex}
            aria-expanded={isOpen}
            aria-label={translate("revisions_of", [revisionsText(unread, matches.length), row.key])}
            onClick={() => actions.toggleRevisions(row)}
          >
            {revisionsText(unread, matches.length)}
          </button>
        )}
        {date && <time title={translate("found_at", [fullTime(lead.foundAt)])}>{date}</time>}
        {paper.audience.length > 0 && (
          <span class="match-audience" dir="auto">
            {paper.audience.join(", ")}
          </span>
        )}
        {first !== undefined && (
          <span class="match-authors" dir="auto" title={others.length > 0 ? paper.authors.join(", ") : undefined}>
            {first}
            {others.length > 0 && ` +${others.length}`}
          </span>
        )}
        <MatchReasons id={`${name}r`} matches={matches} namesLists={namesLists} />
      </div>
      {draft?.unreadable !== undefined && <p class="match-note">{unreadableText(draft.unreadable, translate)}</p>}
      <ChangedSections id={id} tabIndex={tabIndex} />
      {from && <WasDraft from={from} onOpen={opened} tabIndex={tabIndex} />}
      {hasAbstract && isAbout && <AbstractNote id={id} />}
      <MatchButtons
        row={row}
        isMuted={isMuted}
        isWatched={isWatched}
        about={hasAbstract ? { isShown: isAbout, toggle: () => actions.toggleAbout(row) } : undefined}
        actions={actions}
        tabIndex={tabIndex}
      />
    </div>
  );
}

function revisionsText(unread: number, all: number): string {
  return unread > 0 ? translateCount("new_count", unread) : translateCount("revision_count", all);
}
