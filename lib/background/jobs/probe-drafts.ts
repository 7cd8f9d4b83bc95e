import { isOwnShare } from "../../feed/own-share.ts";
import type { Network } from "../../net/ask.ts";
import { TELL } from "../../notify/tell-matches.ts";
import { frontierOf } from "../../papers/frontier.ts";
import { nameOfFile } from "../../probe/draft-file.ts";
import { judgeAnswers } from "../../probe/judge-answers.ts";
import type { Database, Tables } from "../../store/database/database.ts";
import { defineKind } from "../../store/database/define-work.ts";
import type { CycleOutcome } from "../../store/database/state-rows.ts";
import { type AnsweredFile, noteAnswers } from "../../store/drafts/note-answers.ts";
import { planDrafts } from "../../store/drafts/plan-drafts.ts";
import { afterSlice, beginCycle, cycleEnd, isOfCycle, newProbing, type Running, readProbing } from "../../store/drafts/probing-cycle.ts";
import { readKnowledge } from "../../store/drafts/read-knowledge.ts";
import { readSharing } from "../../store/feeds/read-feeds.ts";
import { countCheck } from "../../store/health/tally.ts";
import { knownPapers } from "../../store/index/known-papers.ts";
import { readSettings } from "../../store/lists/settings-store.ts";
import { DRAFT_HOST, PROBE_DRAFTS } from "../../terms/work-names.ts";
import { LOOKS_AGAIN_MS } from "../../work/jobs/put-off.ts";
import type { Kind, Outcome, Tools } from "../../work/work.ts";
import { askControl, askForDrafts } from "./ask-for-drafts.ts";
import { noArguments } from "./no-arguments.ts";

const DAY = 24 * 60 * 60_000;

export interface ProbeTools {
  database: () => Promise<Database>;
  network: Network;
  random: () => number;
}

/** The tables that what a slice has learnt is written to. */
const TABLES = ["drafts", "draftTexts", "asked", "state", "log"] as const;
type ProbeTables = Tables<(typeof TABLES)[number]>;

/**
 * Asks isocpp.org for the files that the policy finds worth a request, as far as a slice of time goes; a cycle is as many
 * slices as its plan needs. What a slice has learnt is written in one transaction when it ends, so a killed one has asked
 * in vain, and nothing else. The state of the cycle is a row: a restart goes on where it was.
 */
export function probeDrafts({ database, network, random }: ProbeTools): Kind {
  return defineKind({
    parse: noArguments,
    lane: DRAFT_HOST,
    priority: 1,
    maxAttempts: 6,
    retry: { delayMs: 60_000, maxMs: 10 * 60_000 },
    tables: TABLES,
    async run(_, job) {
      const db = await database();
      const settings = await readSettings(db);
      // Without an index there is nothing to tell next revisions by; its baseline asks for this job.
      if (!settings.drafts || !(await db.state.get("index"))) return;
      const sharing = await readSharing(db, job.now());
      if (sharing.kind === "shared") return leftToOthers(db, job.now(), random);
      const state = beginCycle((await readProbing(db)) ?? newProbing(job.now(), random()), job.now());
      const { running } = state;

      const isMeanwhile = (at: number) => isOfCycle(state, at, job.now());
      const knowledge = await readKnowledge(db, state, isMeanwhile);
      const isAsked = (name: string) => isMeanwhile(knowledge.asked.get(name) ?? Number.NEGATIVE_INFINITY);
      const isMine = (name: string) => sharing.kind === "alone" || isOwnShare(name, state.phase, sharing.share, job.now());
      const plan = planDrafts(knowledge, job.now(), settings);
      const rest = plan.probes.filter(({ decision, name }) => decision === "probe" && isMine(name) && !isAsked(name));
      const planned = running.asked + rest.length;
      const affordable = rest.slice(0, Math.max(0, settings.draftsPerDay - state.today.asked));
      if (affordable.length === 0)
        return endCycle(afterSlice(state, { planned }, plan.frontier), rest.length === 0 ? { kind: "good" } : { kind: "budget-spent" });

      // A network that answered everything with a page of its own is believed again once it lacks what cannot be.
      if (state.last?.outcome.kind === "answers-everything") {
        const { control, failure } = await askControl(network, state, job);
        if (control === "present" || failure) return endCycle(afterSlice(state, { planned }, plan.frontier, 1), failure ?? { kind: "answers-everything" });
      }

      const asking = { db, network, job, settings, planned, before: running.asked, endsOnFind: state.hasBaseline };
      const slice = await askForDrafts(affordable, asking);
      const known = new Set(knowledge.files.map(nameOfFile));
      const isClaim = ({ answer }: AnsweredFile) => answer?.kind === "present";
      const isDoubtful = slice.answers.some(isClaim) || (slice.counts.notTheFile > 0 && slice.counts.absent === 0);
      const { control } = isDoubtful ? await askControl(network, state, job) : { control: "not-asked" as const };
      const after = afterSlice(state, { planned, ...slice.counts }, plan.frontier, isDoubtful ? 1 : 0);
      const again = slice.answers.filter(({ name, answer }) => known.has(name) && answer && answer.kind !== "absent").length;
      const filesToBlame = running.asked > running.troubles && !slice.isCutOff;
      const verdict = judgeAnswers({ ...slice.counts, again, filesToBlame, control });
      if (verdict === "answers-everything") return endCycle(after, { kind: verdict });

      // What could not be checked against the control is asked for again by the next slice.
      const believed = control === "no-answer" ? slice.answers.filter((one) => !isClaim(one)) : slice.answers;
      const record = (tools: Tools<ProbeTables>) => noteAnswers(believed, { frontier: plan.frontier, settings, isBaseline: !state.hasBaseline }, tools);
      if (verdict === "failed" || (control === "no-answer" && believed.length === 0)) return endCycle(after, slice.failure ?? { kind: "unreachable" }, record);
      if (believed.length === rest.length) return endCycle(after, { kind: "good" }, record);
      return {
        async commit(tools) {
          const found = await record(tools);
          await tools.db.state.put({ ...after, running: { ...after.running, found: after.running.found + found } });
          await tools.db.state.delete("probe-progress");
          await tools.enqueue({ kind: PROBE_DRAFTS, key: PROBE_DRAFTS, schedule: PROBE_DRAFTS });
        },
      };
    },
    async onPutOff({ kind }, tools) {
      if (kind !== "not-allowed") return;
      const state = beginCycle((await readProbing(tools.db)) ?? newProbing(tools.now, random()), tools.now);
      await endCycle(state, { kind }).commit?.(tools);
    },
  });
}

/** A feed tells what there is. A cycle that was under way is let be; where the frontier lies is looked up daily, since whoever wants to hear of what is near it still does. */
async function leftToOthers(db: Database, now: number, random: () => number): Promise<Outcome<ProbeTables>> {
  const { running: _, ...state } = (await readProbing(db)) ?? newProbing(now, random());
  const isKnown = state.frontierAt !== undefined && Math.abs(now - state.frontierAt) < DAY;
  const numbers = isKnown ? [] : (await knownPapers(db)).papers.map(({ number }) => number);
  return {
    async commit({ db }) {
      await db.state.put(isKnown ? state : { ...state, frontier: frontierOf(numbers), frontierAt: now });
      await db.state.delete("probe-progress");
    },
  };
}

/** The cycle ends. What went wrong is the job's error too, so that hosts, schedules and jobs all say the same; the next one begins before long, since a host that is well again tells nobody. */
function endCycle(state: Running, outcome: CycleOutcome, record?: (tools: Tools<ProbeTables>) => Promise<number>): Outcome<ProbeTables> {
  const failed = outcome.kind !== "good" && outcome.kind !== "budget-spent";
  return {
    ...(failed && {
      putOff: {
        kind: outcome.kind,
        message: `${DRAFT_HOST}: ${outcome.kind}`,
        longestMs: LOOKS_AGAIN_MS,
        hastenedBy: ["network", "permission", "person", "start"],
      },
    }),
    async commit(tools) {
      const { db, now, enqueue } = tools;
      const found = record ? await record(tools) : 0;
      const after = cycleEnd(state, outcome, found, now);
      await db.state.put(after);
      // The baseline is no news.
      await countCheck(db, failed, now, state.hasBaseline ? after.last?.found : 0);
      await db.state.delete("probe-progress");
      // Drafts of one cycle share a notification.
      if (!failed) await enqueue({ kind: TELL, key: TELL });
    },
  };
}
