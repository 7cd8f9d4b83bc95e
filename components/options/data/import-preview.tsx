import { translate } from "../../../lib/language/translate.ts";
import { plainTitle } from "../../../lib/papers/text/title-parts.ts";
import type { ImportPreview as Preview } from "../../../lib/store/backup/preview-import.ts";
import { formatWatch } from "../../../lib/watch/syntax/format-watch.ts";
import { translateCount } from "../../text/format-number.ts";
import { watchText } from "../../watching/watch-text.ts";
import { settingValueText } from "../settings/setting-value-text.ts";
import { FirstFew } from "./first-few.tsx";

/** True where an import would change nothing. */
export function changesNothing({ watchlists, settings, matches, stars, mutes }: Preview): boolean {
  return [watchlists, settings, matches, stars, mutes].every(({ length }) => length === 0);
}

/** What an import would write, in words, list by list. */
export function ImportPreview({ preview }: { preview: Preview }) {
  const { watchlists, settings, matches, stars, mutes } = preview;
  if (changesNothing(preview)) return <p>{translate("import_nothing")}</p>;
  return (
    <>
      {watchlists.map((list) => (
        <WatchlistPreview key={list.name} list={list} />
      ))}
      {settings.length > 0 && (
        <>
          <p>{translate("import_settings")}</p>
          <ul>
            {settings.map(({ name, from, to }) => (
              <li key={name}>
                {translate("setting_changes", [translate(`setting_${name}`), settingValueText(name, from, translate), settingValueText(name, to, translate)])}
              </li>
            ))}
          </ul>
        </>
      )}
      <Named
        heading="import_new_matches"
        names={matches.map(({ id, paper }) => (paper.title === "" ? id : translate("notification_titled", [id, plainTitle(paper.title)])))}
      />
      <Named heading="import_new_stars" names={stars.map(({ id }) => id)} />
      <Named heading="import_new_mutes" names={mutes.map(({ series }) => series)} />
    </>
  );
}

function WatchlistPreview({ list: { name, mode, isNew, watches } }: { list: Preview["watchlists"][number] }) {
  if (isNew && watches.length === 0) return <p dir="auto">{translate("import_new_list_empty", [name, translate(`mode_${mode}`)])}</p>;
  return (
    <>
      <p dir="auto">{isNew ? translate("import_new_list", [name, translate(`mode_${mode}`)]) : translate("import_more_watches", [name])}</p>
      <FirstFew items={watches}>
        {(watch) => (
          <li key={formatWatch(watch)} dir="auto">
            {watchText(watch, translate)}
          </li>
        )}
      </FirstFew>
    </>
  );
}

function Named({ heading, names }: { heading: "import_new_matches" | "import_new_stars" | "import_new_mutes"; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      <p>{translateCount(heading, names.length)}</p>
      <FirstFew items={names}>
        {(name) => (
          <li key={name} dir="auto">
            {name}
          </li>
        )}
      </FirstFew>
    </>
  );
}
