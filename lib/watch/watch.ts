export type WatchKind = "paper" | "author" | "title" | "audience";

/** One thing to look for. The text is canonical and shown as is: "P2300", "Sy Brand | Simon Brand", "executor", "LEWG". */
export interface Watch {
  kind: WatchKind;
  text: string;
}

/** Why a paper matched. */
export interface Reason {
  kind: WatchKind;
  /** The text of the watch. */
  watched: string;
  /** As the paper has it: its id, the author's name, the words of its title, the audience. */
  found: string;
}
