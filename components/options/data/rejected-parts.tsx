import { translate } from "../../../lib/language/translate.ts";
import type { Rejected } from "../../../lib/store/backup/parse-backup.ts";
import { translateCount } from "../../text/format-number.ts";
import { problemText } from "../watchlists/watch-form/problem-text.ts";
import { FirstFew } from "./first-few.tsx";

/** What of a file cannot be used: each part with its place in it, and of a watch what is wrong with it. */
export function RejectedParts({ rejected }: { rejected: Rejected[] }) {
  if (rejected.length === 0) return null;
  return (
    <>
      <p>{translateCount("import_rejected", rejected.length)}</p>
      <FirstFew items={rejected}>
        {({ place, text, problem }) => (
          <li key={place}>
            <code>{place}</code>: <code dir="auto">{text}</code>
            {problem && <p class="help">{problem.problem === "ambiguous" ? translate("import_ambiguous") : problemText(problem, translate)}</p>}
          </li>
        )}
      </FirstFew>
    </>
  );
}
