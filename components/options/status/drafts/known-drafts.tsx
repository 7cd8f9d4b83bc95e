import { translate } from "../../../../lib/language/translate.ts";
import { bestFile, type Draft } from "../../../../lib/papers/draft.ts";
import { safeLink } from "../../../../lib/papers/text/safe-link.ts";
import { newestDrafts } from "../../../../lib/store/drafts/newest-drafts.ts";
import { useRead } from "../../../hooks/use-read.ts";
import { translateCount } from "../../../text/format-number.ts";
import { TitleText } from "../../../text/title-text.tsx";
import { knownDraftText, knownDraftTitle } from "./known-draft-text.ts";

const SHOWN = 10;

/** How many drafts were found, and the newest of them. */
export function KnownDrafts({ tick }: { tick: number }) {
  const drafts = useRead((db) => newestDrafts(db, SHOWN), [tick]);
  if (!drafts) return null;
  const { count, newest } = drafts;
  if (count === 0) return <p class="empty">{translate("drafts_known_none")}</p>;
  return (
    <>
      <h2 class="drafts-known">{translateCount("drafts_known", count)}</h2>
      <ul class="probes" aria-label={translate("drafts_newest")}>
        {newest.map((draft) => (
          <KnownDraft key={draft.id} draft={draft} />
        ))}
      </ul>
    </>
  );
}

function KnownDraft({ draft }: { draft: Draft }) {
  const link = safeLink((bestFile(draft) ?? draft.files[0])?.link ?? "");
  return (
    <li>
      {link ? (
        <a href={link} target="_blank" rel="noreferrer noopener">
          {draft.id}
        </a>
      ) : (
        <b>{draft.id}</b>
      )}{" "}
      <bdi>
        <TitleText text={knownDraftTitle(draft, translate)} />
      </bdi>
      <p class="help">{knownDraftText(draft, Date.now(), translate)}</p>
    </li>
  );
}
