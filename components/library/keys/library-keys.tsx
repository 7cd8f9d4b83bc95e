import { useState } from "preact/hooks";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { LibraryKeysDialog } from "./library-keys-dialog.tsx";
import { useLibraryKeys } from "./use-library-keys.ts";

/** Listens to the keys of the library, and says what they do where one asks. */
export function LibraryKeys() {
  const letterKeys = useLiveQuery(readSettings)?.letterKeys ?? false;
  const [isAsked, setAsked] = useState(false);
  useLibraryKeys(letterKeys, () => setAsked(true));
  return isAsked ? <LibraryKeysDialog onClose={() => setAsked(false)} /> : null;
}
