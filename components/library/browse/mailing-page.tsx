import { useEffect, useMemo, useRef } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { Catalogue } from "../../../lib/library/catalogue.ts";
import { mailingMarkdown } from "../../../lib/library/mailing-markdown.ts";
import { besideMailing, groupByAudience, type MailedDocument, newDocuments, papersOf, readMailing } from "../../../lib/library/mailings.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { readIds } from "../../../lib/store/index/read-library.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { Icon } from "../../icon.tsx";
import { LeavingButton } from "../../leaving-button.tsx";
import { UndoToast } from "../../popup/undo/undo-toast.tsx";
import { useUndo } from "../../popup/undo/use-undo.ts";
import { translateCount } from "../../text/format-number.ts";
import { WatchButton } from "../../watching/watch-button.tsx";
import { useCatalogue } from "../catalogue-context.tsx";
import { To } from "../links.tsx";
import { CopiedLine } from "../paper/copied-line.tsx";
import { useCopy } from "../paper/use-copy.ts";
import { SeriesSummary } from "../search/series-summary.tsx";
import { usePersonal } from "../search/use-personal.ts";
import { ShownPart } from "../shown-part.tsx";
import { useBreathing } from "../use-breathing.ts";
import { useHeirOfFocus } from "../use-heir-of-focus.ts";
import { useTitle } from "../use-title.ts";
import { Waiting } from "../waiting.tsx";
import { MailingGroups } from "./mailing-groups.tsx";
import { useWayBack } from "./use-way-back.ts";

const SHOWN = 40;

/** What was new in a mailing, first what concerns this person, then by audience. */
export function MailingPage({ id, audience }: { id: string /** Whose papers are asked for. */; audience: string | undefined }) {
  const catalogue = useCatalogue();
  const title = translate("mailing_title", [id]);
  useTitle(title);
  return (
    <>
      <h1 tabIndex={-1}>{title}</h1>
      {typeof catalogue === "object" ? <Known catalogue={catalogue} id={id} asked={audience} /> : <Waiting catalogue={catalogue} />}
    </>
  );
}

function Known({ catalogue, id, asked }: { catalogue: Catalogue; id: string; asked: string | undefined }) {
  const personal = usePersonal();
  const undo = useUndo();
  const [copied, copy] = useCopy();
  const mailing = useBreathing((breathe) => readMailing(catalogue, id, breathe), [catalogue], id);
  const read = useLiveQuery(async (db) => mailing && readIds(db, mailing.documents.map(idOf)), [mailing]);
  const { before, after } = besideMailing(catalogue.mailings, id);
  const groups = useMemo(() => mailing && groupByAudience(mailing.documents), [mailing]);
  const place = asked === undefined ? -1 : (groups?.findIndex(({ audience }) => audience === asked) ?? -1);
  const isThere = personal !== undefined && read !== undefined;
  const hasComeBack = useWayBack(isThere && groups !== undefined);
  const brought = useRef<string>(undefined);
  useEffect(() => {
    // Once: nobody is carried off where groups change their order.
    if (place < 0 || !isThere || brought.current === asked) return;
    brought.current = asked;
    if (!hasComeBack) bringTo(place);
  }, [place, isThere, asked]);
  if (!mailing || !personal || !read || !groups) return <Waiting catalogue={undefined} />;
  const { documents, byDate } = mailing;
  const mine = newDocuments(documents, personal, read);
  const unread = mine.map(idOf).filter((one) => personal.unreadDocuments.has(one));
  const title = translate("mailing_title", [id]);
  const markRead = (wanted: string[]) =>
    undo.act(async () => {
      const ids = await sendMessage("markRead", { ids: wanted });
      return ids.length > 0 ? { text: translateCount("undo_all_read", ids.length), undo: () => sendMessage("markUnread", { ids }) } : undefined;
    });
  const takeBack = () => {
    // The button goes with its words.
    document.querySelector<HTMLElement>("main h1")?.focus();
    undo.undo();
  };
  return (
    <>
      <nav class="beside" aria-label={translate("mailing_beside")}>
        {before && <To route={{ page: "mailing", mailing: before }}>{translate("mailing_before", [before])}</To>}
        {after && <To route={{ page: "mailing", mailing: after }}>{translate("mailing_after", [after])}</To>}
        <To route={{ page: "mailings" }}>{translate("mailings_all")}</To>
      </nav>
      {documents.length > 0 && <MailingGroups mailing={id} groups={groups} onAgain={() => bringTo(place)} />}
      {documents.length > 0 && (
        <div class="mailing-actions">
          <button type="button" onClick={() => void copy(mailingMarkdown(mailing, title, translate("mailing_no_audience")), title)}>
            <Icon name="copy" />
            {translate("mailing_markdown")}
          </button>
          {unread.length > 0 && (
            <LeavingButton onClick={() => markRead(unread)}>
              <Icon name="check" />
              {translateCount("mailing_mark_read", unread.length)}
            </LeavingButton>
          )}
        </div>
      )}
      <p role="status">{documents.length === 0 ? translate("mailing_empty", [id]) : translateCount("papers_count", papersOf(documents).length)}</p>
      {byDate > 0 && <p class="help">{byDate === documents.length ? translate("mailing_all_by_date") : translateCount("mailing_some_by_date", byDate)}</p>}
      {mine.length > 0 && <Group id="mine" title={translate("mailing_mine")} documents={mine} unread={personal.unreadDocuments} read={read} />}
      {groups.map(({ audience, documents }, place) => (
        <Group
          key={audience}
          id={`audience-${place}`}
          title={audience || translate("mailing_no_audience")}
          audience={audience}
          documents={documents}
          unread={personal.unreadDocuments}
          read={read}
        />
      ))}
      <CopiedLine copied={copied} />
      <UndoToast undo={undo} onUndo={takeBack} />
    </>
  );
}

/** What is above a group may be long and is not what was asked for. */
function bringTo(place: number): void {
  const heading = document.getElementById(`audience-${place}`);
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

function idOf({ document }: MailedDocument): string {
  return document.paper.id;
}

interface GroupProps {
  id: string;
  title: string;
  audience?: string;
  documents: MailedDocument[];
  /** Ids of documents. */
  unread: ReadonlySet<string>;
  read: ReadonlySet<string>;
}

function Group({ id, title, audience, documents, unread, read }: GroupProps) {
  const section = useRef<HTMLElement>(null);
  const papers = papersOf(documents);
  // What is watched no more leaves what is new to the person.
  useHeirOfFocus(section, () => document.querySelector("main h1"));
  return (
    <section ref={section} aria-labelledby={id} class={audience === undefined ? "mine" : ""}>
      <div class="group-head">
        <h2 id={id} tabIndex={-1}>
          <bdi>{title}</bdi> <span class="help">{translateCount("papers_count", papers.length)}</span>
        </h2>
        {audience && <WatchButton watch={{ kind: "audience", text: audience }} compact />}
      </div>
      <ShownPart items={papers} first={SHOWN} label={title}>
        {(shown) => (
          <ul class="summaries">
            {shown.flat().map(({ series, document }) => (
              <li key={document.paper.id}>
                <SeriesSummary series={series} document={document} isUnread={unread.has(document.paper.id)} isRead={read.has(document.paper.id)} />
              </li>
            ))}
          </ul>
        )}
      </ShownPart>
    </section>
  );
}
