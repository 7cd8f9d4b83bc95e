import { translate } from "../../lib/language/translate.ts";
import type { useCatalogue } from "./catalogue-context.tsx";

/** What stands in the place of what the catalogue would fill. */
export function Waiting({ catalogue }: { catalogue: Exclude<ReturnType<typeof useCatalogue>, object> }) {
  return (
    <p class="waiting" role="status">
      {translate(catalogue === "no-index" ? "library_no_index" : "library_reading")}
    </p>
  );
}
