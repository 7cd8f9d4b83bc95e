/** How many files that nobody knew of a host must have, and lack none, to be taken for one that has everything where it does not say so itself. */
const TOO_GOOD = 5;

/** What a host said of a name that cannot exist; "present" also where it sent a page in its place. */
export type Control = "present" | "absent" | "no-answer" | "not-asked";

/** How many files were asked for, by what the answers mean. */
export interface AnswerCounts {
  asked: number;
  present: number;
  /** Of those present, how many were known to be there. */
  again?: number;
  absent: number;
  notTheFile: number;
  troubles: number;
  /** The host has answered before, and the trouble is with these files alone. */
  filesToBlame?: boolean;
  control: Control;
}

/**
 * What the answers are worth together. "failed": there was nothing but trouble, and no file to lay it to. "answers-everything": a host that has what
 * cannot exist, or sends everybody to another page; no answer of it is to be believed.
 */
export function judgeAnswers({
  asked,
  present,
  again = 0,
  absent,
  notTheFile,
  troubles,
  filesToBlame = false,
  control,
}: AnswerCounts): "good" | "failed" | "answers-everything" {
  if (control === "present") return "answers-everything";
  if (asked > 0 && troubles >= asked && !filesToBlame) return "failed";
  // Five drafts that came on one day are five drafts, where the host lacks what cannot be.
  return control !== "absent" && absent === 0 && present - again + notTheFile >= TOO_GOOD ? "answers-everything" : "good";
}
