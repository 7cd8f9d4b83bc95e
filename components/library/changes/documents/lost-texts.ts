import type { TextState } from "../../../../lib/store/texts/read-text-state.ts";
import { draftOfTextId } from "../../../../lib/store/texts/text-id.ts";

type Kinds = readonly TextState["kind"][];

/** Whether one of these texts that can be asked for was there, or on its way, and is not any more: it was forgotten. */
export function hasLostOne(ids: string[], before: Kinds | undefined, now: Kinds): boolean {
  return ids.some((id, place) => canBeAsked(id) && now[place] === "unasked" && before?.[place] !== undefined && before[place] !== "unasked");
}

/** How a text stands for somebody who has asked for it and has been heard. */
export function afterAsking(id: string, state: TextState): TextState {
  return state.kind === "unasked" && canBeAsked(id) ? { kind: "forgotten" } : state;
}

/** What a draft said before can be had nowhere. */
function canBeAsked(id: string): boolean {
  return draftOfTextId(id) === undefined;
}
