import { useEffect } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";

/** A tab shows less; what is longer only fills the history. */
const LONGEST = 200;

/** Names the page in the browser's tab and history: "P2300 std::execution – PaperScout". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = translate("library_page_title", [title.slice(0, LONGEST).toWellFormed()]);
  }, [title]);
}
