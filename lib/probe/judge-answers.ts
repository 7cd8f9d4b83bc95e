/** How many files that nobody knew of a host must have, and lack none, to be taken for one that has everything. */
const TOO_GOOD = 5;

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
  /** A name that cannot exist was answered with something: the file, or a page in its place. */
  controlPresent: boolean;
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
  controlPresent,
}: AnswerCounts): "good" | "failed" | "answers-everything" {
  if (controlPresent) return "answers-everything";
  if (asked > 0 && troubles >= asked && !filesToBlame) return "failed";
  return absent === 0 && present - again + notTheFile >= TOO_GOOD ? "answers-everything" : "good";
}
