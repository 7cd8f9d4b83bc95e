import { translate } from "../../lib/language/translate.ts";
import { HOME } from "../../lib/library/route.ts";
import { To } from "./links.tsx";
import { useTitle } from "./use-title.ts";

/** Where an address leads that names nothing: says so, and offers ways on. */
export function NothingPage({ text }: { text: string }) {
  useTitle(translate("nothing_title"));
  return (
    <>
      <h1 tabIndex={-1}>{translate("nothing_title")}</h1>
      <div class="note">
        <p dir="auto">{translate("nothing_text", [text])}</p>
        <p>{translate("nothing_examples")}</p>
        <ul>
          {text !== "" && (
            <li>
              <To route={{ page: "search", text, filters: {} }}>
                <span dir="auto">{translate("search_for", [text])}</span>
              </To>
            </li>
          )}
          <li>
            <To route={HOME}>{translate("nothing_home")}</To>
          </li>
        </ul>
      </div>
    </>
  );
}
