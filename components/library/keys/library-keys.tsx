import { useState } from "preact/hooks";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { type KeyOf, KeysListDialog } from "../../keys/keys-list-dialog.tsx";
import { keysHere } from "./keys-here.ts";
import { useLibraryKeys } from "./use-library-keys.ts";

/** Listens to the keys of the library, and says what they do where one asks. */
export function LibraryKeys() {
  const letterKeys = useLiveQuery(readSettings)?.letterKeys ?? false;
  const [asked, setAsked] = useState<KeyOf[]>();
  useLibraryKeys(letterKeys, () => setAsked(keysHere((selector) => document.querySelector(selector) !== null)));
  return asked ? <KeysListDialog keys={asked} onClose={() => setAsked(undefined)} /> : null;
}
