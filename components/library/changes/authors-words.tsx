import type { Changelog } from "../../../lib/compare/comparison.ts";
import { translate } from "../../../lib/language/translate.ts";

/** What the authors say they changed, before anything that was computed. */
export function AuthorsWords({ changelog, id }: { changelog: Changelog | undefined; id: string }) {
  return (
    <section aria-labelledby="authors-words" class="authors-words">
      <h2 id="authors-words">{translate("changes_authors")}</h2>
      {!changelog && <p>{translate("changes_no_log", [id])}</p>}
      {changelog && (
        <details open={changelog.isEntry || changelog.blocks.length < 12}>
          <summary dir="auto">{changelog.title}</summary>
          {!changelog.isEntry && <p class="help">{translate("changes_whole_log")}</p>}
          {changelog.blocks.map(({ kind, text }, place) => (
            <p key={place} class={`of-${kind}`} dir="auto">
              {text}
            </p>
          ))}
        </details>
      )}
    </section>
  );
}
