import type { SettingValue } from "../terms/settings.ts";
import type { SharedState } from "./shared-state.ts";

/** A watchlist as this machine has it. */
export interface OwnList {
  /** Its number in this machine's database. */
  number: number;
  name: string;
  mode: string;
  /** As one would type them: "P2300", "author:Kühl". */
  watches: string[];
}

/** What this machine has of all that is shared. Settings that stand at their default are not among them. */
export interface OwnData {
  lists: OwnList[];
  settings: Map<string, SettingValue>;
}

/** What this machine remembers of the last time: what all knew together, and what it had itself then. Whatever it has otherwise now was changed here since. */
export interface SyncMemory {
  state: SharedState;
  /** What others may have seen of it: all that was read from them, and all that was to be written for them. */
  offered: SharedState;
  seen: { lists: SeenList[]; settings: Map<string, SettingValue> };
}

export interface SeenList extends OwnList {
  id: string;
}
