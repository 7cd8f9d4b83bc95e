import { useState } from "preact/hooks";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { type KeyOf, KeysListDialog } from "../../keys/keys-list-dialog.tsx";
import { useLibraryKeys } from "./use-library-keys.ts";

const KEYS: readonly KeyOf[] = [
  ["key_move", "j", "k"],
  ["key_open", "Enter"],
  ["key_read", "e", "r"],
  ["key_star", "s"],
  ["key_later", "l"],
  ["key_watch", "w"],
  ["key_search", "/"],
  ["key_help", "?"],
];

/** Listens to the keys of the library, and says what they do where one asks. */
export function LibraryKeys() {
  const letterKeys = useLiveQuery(readSettings)?.letterKeys ?? false;
  const [isAsked, setAsked] = useState(false);
  useLibraryKeys(letterKeys, () => setAsked(true));
  return isAsked ? <KeysListDialog keys={KEYS} onClose={() => setAsked(false)} /> : null;
}
