/** What one term can ask for by itself. */
export type SimpleKind = "paper" | "author" | "title" | "audience";

/** A rule joins several terms, each of which must hold or must not. */
export type WatchKind = SimpleKind | "rule";

/** One thing to look for. The text is canonical and shown as is: "P2300", "Sy Brand | Simon Brand", "executor", "LEWG", "author:Niebler title:executor -audience:SG1". */
export interface Watch {
  kind: WatchKind;
  text: string;
}

/** What a watch asked for, and weaker or other reasons: the watched author is only mentioned on the first page; every new draft is wanted, or those near the frontier; a draft that was matched has been published. */
export type ReasonKind = WatchKind | "mention" | "near-frontier" | "any-draft" | "published";

/** Why a paper matched. */
export interface Reason {
  kind: ReasonKind;
  /** The text of the watch; "" where no watch asked. */
  watched: string;
  /** As the paper has it: its id, the author's name, the words of its title, the audience. */
  found: string;
}
