import type { Network } from "../../net/ask.ts";
import { controlName } from "../../probe/control-name.ts";
import { nameOfFile } from "../../probe/draft-file.ts";
import type { Control } from "../../probe/judge-answers.ts";
import type { PlannedProbe } from "../../probe/policy.ts";
import { type FileAnswer, readAnswer } from "../../probe/read-answer.ts";
import { type AskedHead, askForFile } from "../../sources/isocpp.ts";
import type { Database } from "../../store/database/database.ts";
import type { CycleCounts, ProbingState } from "../../store/database/state-rows.ts";
import type { AnsweredFile } from "../../store/drafts/note-answers.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import type { Settings } from "../../terms/settings.ts";
import type { Verdict } from "../../work/lanes/lane.ts";
import type { RunningJob } from "../../work/work.ts";
import { asError, blameFor, verdictOn } from "./courses.ts";

const PROGRESS_EVERY_MS = 1_000;
/** Finds often come together. */
const AFTER_FIND_MS = 3_000;

/** What one slice of a cycle has learnt. */
export interface Slice {
  answers: AnsweredFile[];
  counts: Omit<CycleCounts, "planned" | "found">;
  /** What was last in trouble. */
  failure: CheckFailure | undefined;
  /** True where that is the host, or the way to it: not all could be asked for. */
  isCutOff: boolean;
}

interface Asking {
  db: Database;
  network: Network;
  job: RunningJob;
  settings: Settings;
  /** For the progress: requests of the whole cycle, and those of it before this slice. */
  planned: number;
  before: number;
  /** Whether a find ends the slice soon, so that its first page need not wait for the rest. */
  endsOnFind: boolean;
}

/**
 * Asks in the order of the plan, as many at once as the person allows, until the slice is over or the host is in trouble.
 * A file whose every answer is trouble counts as asked for without an answer: else it would stand first in each plan.
 */
export async function askForDrafts(probes: PlannedProbe[], { db, network, job, settings, planned, before, endsOnFind }: Asking): Promise<Slice> {
  const slice: Slice = { answers: [], counts: { asked: 0, present: 0, absent: 0, notTheFile: 0, troubles: 0 }, failure: undefined, isCutOff: false };
  const unclear: AnsweredFile[] = [];
  const validators = await readValidators(db, probes);
  let next = 0;
  let toldAt = job.now();
  let foundAt: number | undefined;
  const isOver = () => slice.isCutOff || job.isOver() || (foundAt !== undefined && job.now() - foundAt >= AFTER_FIND_MS);

  const askOne = async ({ name, tier }: PlannedProbe) => {
    const asked = await job.send((stop) => askForFile(network, { name, ...validators.get(name), stop }, job.now), verdictOf);
    slice.counts.asked++;
    const meaning = meaningOf(asked);
    if (meaning.kind === "trouble") {
      slice.counts.troubles++;
      slice.failure = meaning.failure;
      const blame = blameFor(meaning.failure);
      if (blame === "host") slice.isCutOff = true;
      else (blame === "file" ? slice.answers : unclear).push({ name, at: job.now() });
      return;
    }
    slice.counts[COUNTED[meaning.kind]]++;
    if (endsOnFind && meaning.kind === "present" && tier !== "known") foundAt ??= job.now();
    slice.answers.push({ name, at: job.now(), ...(meaning.kind !== "not-the-file" && { answer: meaning }) });
  };
  // Only a courtesy: where it cannot be written the asking goes on.
  const tellProgress = (asked: number, beatAt: number) =>
    db.state.put({ name: "probe-progress", asked, planned, beatAt }).catch((error: unknown) => console.warn("PaperScout:", error));
  const askInTurn = async () => {
    for (let probe = probes[next++]; probe && !isOver(); probe = probes[next++]) {
      await askOne(probe);
      if (job.now() - toldAt < PROGRESS_EVERY_MS) continue;
      toldAt = job.now();
      await tellProgress(before + slice.counts.asked, toldAt);
    }
  };
  const turns = await Promise.allSettled(Array.from({ length: settings.asksAtOnce }, askInTurn));
  // What may not be sent now is left to the next slice; where nothing could be sent at all, this one has failed.
  const stopped = turns.find((turn) => turn.status === "rejected");
  if (stopped && slice.counts.asked === 0) throw stopped.reason;
  const isAnswered = slice.counts.asked > slice.counts.troubles;
  return { ...slice, answers: isAnswered ? [...slice.answers, ...unclear] : slice.answers, isCutOff: slice.isCutOff || stopped !== undefined };
}

const COUNTED = { present: "present", unchanged: "present", absent: "absent", "not-the-file": "notTheFile" } as const;

type Meaning = Exclude<FileAnswer, { kind: "trouble" }> | { kind: "trouble"; failure: CheckFailure };

/** What the answer to a HEAD means, or what the trouble was. */
export function meaningOf(asked: AskedHead): Meaning {
  if (asked.kind === "failed") return { kind: "trouble", failure: asked.failure };
  const answer = readAnswer(asked.answer);
  if (answer.kind !== "trouble") return answer;
  return { kind: "trouble", failure: answer.trouble === "rate-limited" ? { kind: "rate-limited" } : { kind: answer.trouble, status: answer.status } };
}

/** What it says of the host. */
export function verdictOf(asked: AskedHead): Verdict {
  const meaning = meaningOf(asked);
  if (meaning.kind !== "trouble") return { kind: "ok" };
  // Each refusal of a file is trouble with the host: of our names none is secret.
  const verdict = verdictOn(meaning.failure, asked.kind === "answer" ? asked.retryAfterMs : undefined);
  return verdict.kind === "none" && verdict.heard ? { kind: "strike", error: asError(meaning.failure) } : verdict;
}

/** What our files are known by, so that a host need not say again what has not changed. */
async function readValidators(db: Database, probes: PlannedProbe[]): Promise<Map<string, { etag?: string; lastModified?: string }>> {
  const again = new Set(probes.flatMap(({ tier, name }) => (tier === "known" ? name : [])));
  const known = new Map<string, { etag?: string; lastModified?: string }>();
  if (again.size === 0) return known;
  for (const draft of await db.drafts.toArray()) {
    for (const { extension, etag, modifiedAt } of draft.files) {
      const name = nameOfFile({ ...draft, extension });
      const lastModified = modifiedAt === undefined ? undefined : new Date(modifiedAt).toUTCString();
      if (again.has(name)) known.set(name, { ...(etag && { etag }), ...(lastModified && { lastModified }) });
    }
  }
  return known;
}

/** Asks for a name that nobody can have used: a host that has it has everything, and what it said before is worth nothing. */
export async function askControl(network: Network, { cycle, phase }: ProbingState, job: RunningJob): Promise<{ control: Control; failure?: CheckFailure }> {
  const name = controlName(cycle, phase);
  const asked = await job.send((stop) => askForFile(network, { name, stop }, job.now), verdictOf).catch(() => undefined);
  if (!asked) return { control: "no-answer" };
  const meaning = meaningOf(asked);
  if (meaning.kind !== "trouble") return { control: meaning.kind === "absent" ? "absent" : "present" };
  const { failure } = meaning;
  // A host that refuses this name has not got it.
  return { control: "status" in failure && blameFor(failure) === "file" ? "absent" : "no-answer", failure };
}
