import type { Network } from "../../net/ask.ts";
import { bestFile, type Draft, type DraftChange, type FileSeen, filesThere, type HeldFile } from "../../papers/draft.ts";
import { nameOfFile, urlOfFile } from "../../probe/draft-file.ts";
import { askForFile } from "../../sources/isocpp.ts";
import type { Database } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import { countAsked, readProbing } from "../../store/drafts/probing-cycle.ts";
import { type Claim, claimantOf } from "../../store/feeds/claim.ts";
import { hasManyDoubts, isSecondLook, readWitnesses, restsUntil, secondLookAt } from "../../store/feeds/doubt.ts";
import { type Answers, afterAnswers, noteVerdict } from "../../store/feeds/note-verdict.ts";
import { isDistrusted } from "../../store/feeds/read-feeds.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import type { CheckFailure } from "../../terms/check-outcome.ts";
import { DRAFT_HOST } from "../../terms/work-names.ts";
import { LONGEST_WAIT_MS } from "../../work/jobs/job-state.ts";
import type { Failure, Kind, RunningJob } from "../../work/work.ts";
import { meaningOf, verdictOf } from "./ask-for-drafts.ts";
import { asError, endingOf } from "./courses.ts";

const HOUR = 60 * 60_000;
/** What isocpp.org says nothing clear of for so long is asked for more seldom. */
const STUBBORN_MS = 24 * HOUR;

interface Args extends Claim {
  feed: string;
  since: number;
}

interface VerifyTools {
  database: () => Promise<Database>;
  network: Network;
  /** In [0, 1). */
  random?: () => number;
}

/**
 * Asks isocpp.org whether what a feed claims is so, before a person is told: one HEAD, of another file only where the first
 * tells nothing. What speaks against the feed is asked for once more some minutes later, and believed then, unless
 * isocpp.org has nothing else either.
 */
export function verifyDraft({ database, network, random = Math.random }: VerifyTools): Kind {
  return defineKind({
    parse: parseArgs,
    lane: DRAFT_HOST,
    priority: 4,
    maxAttempts: 6,
    retry: { delayMs: 60_000, maxMs: 10 * 60_000 },
    tables: ["drafts", "draftTexts", "feeds", "state", "log"],
    async run({ feed, since, ...claim }, job) {
      const db = await database();
      const settings = await readSettings(db);
      if (!settings.drafts) return { putOff: { kind: "switched-off", message: DRAFT_HOST } };
      const draft = await db.drafts.get(claim.id);
      const claimant = draft && claimantOf(draft, claim, feed);
      // Confirmed, denied or withdrawn meanwhile.
      if (!draft || claimant === undefined) return;
      const row = await db.feeds.get(claimant);
      if (row && isDistrusted(row)) return;
      const isSecond = isSecondLook(draft, claimant, job.now());
      const isHeldUp = row !== undefined && !isSecond && (await hasManyDoubts(db, row, job.now()));
      const until = restsUntil(draft, claimant, job.now()) ?? (isHeldUp ? secondLookAt(job.now(), random) : undefined);
      if (until !== undefined) return inDoubt(claim, until);

      const ask = askingFor(network, job);
      const answers: Answers[number][] = [];
      for (const file of filesToAsk(draft, claim)) {
        const { prefix, number, revision } = draft;
        const asked = { prefix, number, revision, extension: file.extension };
        const name = nameOfFile(asked);
        const answer = await ask(name, claim.change === "found" ? {} : validatorsOf(file));
        if (answer.kind === "unclear") return nothingClear(answer.failure, since, job.now());
        answers.push({ asked: { ...asked, link: urlOfFile(name) }, answer });
        if (afterAnswers(draft, claim, answers, job.now()).change !== undefined) break;
      }
      let witnessed = 0;
      if (isSecond && claim.change !== "gone" && answers.every(({ answer }) => answer.kind === "absent")) {
        const host = await askWitnesses(await witnessNames(db), ask);
        if (!host.isThere) return nothingClear(host.failure, since, job.now());
        witnessed = host.asked;
      }
      const frontier = (await readProbing(db))?.frontier ?? 0;
      return {
        async commit(tools) {
          const verdict = await noteVerdict({ claim, feed, answers, settings, frontier }, tools);
          await countAsked(tools.db, answers.length + witnessed, tools.now);
          if (verdict) return inDoubt(claim, secondLookAt(tools.now, random));
        },
      };
    },
  });
}

/** All files of a find until one is there. Of what was known the file that is said to tell, also where it was gone, before the others. */
function filesToAsk(draft: Draft, { change, extension }: Claim): (Pick<HeldFile, "extension"> & Partial<HeldFile>)[] {
  const there = filesThere(draft);
  if (change === "found" || extension === undefined) return there;
  const told = draft.files.find((file) => file.extension === extension) ?? { extension };
  return [told, ...there.filter((file) => file.extension !== extension)];
}

function validatorsOf({ etag, modifiedAt }: Partial<HeldFile>): { etag?: string; lastModified?: string } {
  return { ...(etag !== undefined && { etag }), ...(modifiedAt !== undefined && { lastModified: new Date(modifiedAt).toUTCString() }) };
}

type Ask = (name: string, known?: { etag?: string; lastModified?: string }) => Promise<FileSeen | { kind: "unclear"; failure: CheckFailure }>;

function askingFor(network: Network, job: RunningJob): Ask {
  return async (name, known = {}) => {
    const asked = await job.send((stop) => askForFile(network, { name, ...known, stop }, job.now), verdictOf);
    const meaning = meaningOf(asked);
    if (meaning.kind === "trouble") return { kind: "unclear", failure: meaning.failure };
    return meaning.kind === "not-the-file" ? { kind: "unclear", failure: { kind: "refused", status: 200 } } : meaning;
  };
}

/** So many of what isocpp.org has said to be there are asked for at most. */
const MOST_WITNESSES = 3;

async function witnessNames(db: Database): Promise<string[]> {
  const drafts = await readWitnesses(db, MOST_WITNESSES);
  return drafts.flatMap(({ prefix, number, revision, ...draft }) => {
    const extension = bestFile({ prefix, number, revision, ...draft })?.extension;
    return extension === undefined ? [] : nameOfFile({ prefix, number, revision, extension });
  });
}

/** Whether isocpp.org has any of these at the moment: a host that has lost all its files says nothing of one. Where none is known it is believed. */
async function askWitnesses(names: readonly string[], ask: Ask): Promise<{ isThere: true; asked: number } | { isThere: false; failure: CheckFailure }> {
  let asked = 0;
  for (const name of names) {
    const answer = await ask(name);
    if (answer.kind === "unclear") return { isThere: false, failure: answer.failure };
    asked++;
    if (answer.kind !== "absent") return { isThere: true, asked };
  }
  return names.length === 0 ? { isThere: true, asked } : { isThere: false, failure: { kind: "not-found" } };
}

function inDoubt({ id }: Claim, until: number): Failure {
  return { putOff: { kind: "in-doubt", message: id, until } };
}

/**
 * Nothing was said of the file: it is asked for later, each hour for a day and each six hours from then on. It never ends so,
 * since nobody would ask again. What is nobody's fault waits for its own end, however long ago the claim was made.
 */
function nothingClear(failure: CheckFailure, since: number, now: number): Failure {
  const { putOff } = endingOf(failure, false);
  if (putOff && putOff.longestMs === undefined) return { putOff };
  const longestMs = Math.abs(now - since) > STUBBORN_MS ? LONGEST_WAIT_MS : HOUR;
  return { putOff: { ...asError(failure), hastenedBy: ["person", "start"], ...putOff, longestMs } };
}

const CHANGES: readonly string[] = ["found", "changed", "gone"] satisfies DraftChange[];

function parseArgs(args: unknown): Args {
  const { id, change, extension, feed, since } = (typeof args === "object" && args !== null ? args : {}) as Record<string, unknown>;
  if (typeof id !== "string" || typeof feed !== "string" || typeof since !== "number" || !CHANGES.includes(String(change)))
    throw new Error("It needs what is claimed of a draft, by whom and since when.");
  return { id, change: change as DraftChange, feed, since, ...(typeof extension === "string" && { extension }) };
}
