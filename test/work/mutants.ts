/** One safeguard taken out of the code, and the invariant that must break without it. */
export interface Mutant {
  safeguard: string;
  /** Where it stands; more than one place where the database guards it, too. */
  cuts: Cut[];
  breaks: string;
  /** The scenario and the way that show it, by the beginning of their names. */
  scenario: string;
  /** None where nothing needs to disturb it. */
  way?: string;
}

interface Cut {
  /** Below lib. */
  file: string;
  /** Stands there exactly once. */
  code: string;
  instead: string;
}

export const MUTANTS: Mutant[] = [
  {
    safeguard: "the fencing token",
    cuts: [
      {
        file: "work/jobs/finish.ts",
        code: "if (!isLeased(job) || job.token !== held.job.token) return noteFenced",
        instead: "if (!job) return noteFenced",
      },
    ],
    breaks: "I4",
    scenario: "a poll",
    way: "freezes",
  },
  {
    safeguard: "the sweep",
    cuts: [{ file: "work/claim.ts", code: "await sweep(db, dead, now)", instead: 'await db.jobs.where("until").above(0).toArray()' }],
    breaks: "I8",
    scenario: "a poll",
    way: "dies, and a page",
  },
  {
    safeguard: "the joint transaction of mark and effect",
    cuts: [
      {
        file: "work/listeners/listen.ts",
        code: `    await move(db, batch, work.world.now() - start, work.world.now());
    return true;
  });`,
        instead: `    return batch;
  }).then(async (batch) => batch && (await transact(work, "step", TABLES, (db) => move(db, batch, 0, work.world.now())), true));`,
      },
    ],
    breaks: "I5",
    scenario: "a poll",
    way: "dies, and a page",
  },
  {
    safeguard: "the lane's rows",
    cuts: [{ file: "work/jobs/extend.ts", code: "await db.lanes.update(", instead: "await ((..._: unknown[]) => {})(" }],
    breaks: "I3",
    scenario: "two hosts",
  },
  {
    safeguard: "the pessimistic sweep",
    cuts: [{ file: "work/sweep.ts", code: "if (row) await db.lanes.put(rested(row, lastMoment));", instead: "void [row, lastMoment];" }],
    breaks: "I3",
    scenario: "two hosts",
    way: "dies, and a page",
  },
  {
    safeguard: "the look at the lease right before sending",
    cuts: [
      {
        file: "work/lanes/send.ts",
        code: 'if (now >= held.until) throw new Stopped("The lease ended before the request was sent.");',
        instead: "",
      },
    ],
    breaks: "I3",
    scenario: "a poll",
    way: "freezes",
  },
  {
    safeguard: "names made of content",
    cuts: [
      {
        file: "notify/compose-notification.ts",
        code: "export function notificationId(",
        instead: "export const notificationId = () => String(0);\nexport function formerNotificationId(",
      },
    ],
    breaks: "I11",
    scenario: "two hosts",
  },
  {
    safeguard: "the bound of permits",
    cuts: [{ file: "work/claim.ts", code: "most: permits - held.length", instead: "most: permits * 100" }],
    breaks: "I1",
    scenario: "two hosts",
  },
  {
    safeguard: "the lane that one job takes",
    cuts: [{ file: "work/claim.ts", code: '(lane !== "" && job.lane === lane) || ', instead: "" }],
    breaks: "I2",
    scenario: "two hosts",
  },
  {
    safeguard: "the cap of requests under way",
    cuts: [{ file: "work/lanes/send.ts", code: "while (held.lane && underWay >= held.lane.cap)", instead: "while (held.lane && underWay < 0)" }],
    breaks: "I2",
    scenario: "requests at once",
  },
  {
    safeguard: "the lock",
    cuts: [
      { file: "work/claim.ts", code: " || (lock !== undefined && job.lock === lock)", instead: "" },
      { file: "work/jobs/job-state.ts", code: "...(job.lock !== undefined && { heldLock: job.lock }),", instead: "" },
    ],
    breaks: "I7",
    scenario: "two contexts",
  },
  {
    safeguard: "the key of what waits",
    cuts: [
      {
        file: "work/jobs/enqueue.ts",
        code: "((await db.jobs.where({ waitingKey: request.key }).first()) as WaitingJob | undefined)",
        instead: "await Promise.resolve(undefined as WaitingJob | undefined)",
      },
      { file: "work/jobs/job-state.ts", code: "...(job.key !== undefined && { waitingKey: job.key }),", instead: "" },
    ],
    breaks: "I7",
    scenario: "two hosts",
  },
  {
    safeguard: "claims counted at the claim",
    cuts: [{ file: "work/jobs/job-state.ts", code: "const claims = job.claims + 1;", instead: "const claims = job.claims;" }],
    breaks: "I9",
    scenario: "a poll",
  },
  {
    safeguard: "telling when something is due",
    cuts: [{ file: "work/drain.ts", code: "await tellDue(failed ? world.now() + afterFailuresMs(inARow) : undefined);", instead: "void [tellDue, inARow];" }],
    breaks: "I10",
    scenario: "a poll",
  },
  {
    safeguard: "looking again once something was taken",
    cuts: [{ file: "work/drain.ts", code: "if (failed || !isAsTold)", instead: "if (failed)" }],
    breaks: "I10",
    scenario: "a poll",
  },
  {
    safeguard: "a follow-up that is asked for with what it follows from",
    cuts: [
      {
        file: "work/jobs/enqueue.ts",
        code: "return { db, now, enqueue: (request) => enqueueIn(work, db, request, now) };",
        instead: `return {
    db,
    now,
    async enqueue(request) {
      Dexie.ignoreTransaction(() => setTimeout(() => void enqueue(work, request), 0));
      return 0;
    },
  };`,
      },
      {
        file: "work/jobs/enqueue.ts",
        code: 'import { movedTo, type WaitingJob, waiting } from "./job-state.ts";',
        instead: 'import { Dexie } from "dexie";\nimport { movedTo, type WaitingJob, waiting } from "./job-state.ts";',
      },
    ],
    breaks: "I5",
    scenario: "a poll",
    way: "dies, and a page",
  },
  {
    safeguard: "the transaction that is handed out",
    cuts: [{ file: "work/work.ts", code: "async (transaction) => body(tablesOf(transaction))", instead: "async () => body(db)" }],
    breaks: "I5",
    scenario: "a mailing",
  },
  {
    safeguard: "no attempt for what was put off",
    cuts: [{ file: "work/jobs/put-off.ts", code: "attempts: job.attempts - 1", instead: "attempts: job.attempts" }],
    breaks: "I9",
    scenario: "a poll",
    way: "cannot reach any host for 10",
  },
  {
    safeguard: "the doubt whether silence is the host's",
    cuts: [
      { file: "work/lanes/lane.ts", code: "if (isSilent && !(silence && othersHeardAt > silence.since)) {", instead: "if (isSilent && othersHeardAt < 0) {" },
    ],
    breaks: "I14",
    scenario: "a poll",
    way: "cannot reach any host for 10",
  },
  {
    safeguard: "the choice over all places",
    cuts: [
      {
        file: "work/claim.ts",
        code: "for (const next of await firstDue(db, {",
        instead: "for (const next of await firstDue(db, { of: places,",
      },
      {
        file: "work/claim.ts",
        code: "} while (isAgain);",
        instead: `} while (isAgain);
    const others = (["heavy"] as const).filter((place) => !places.includes(place));
    const more = await firstDue(db, { of: others, lanes: openLanes(lanes, held, now), held, most: permits - held.length, now });
    if (more.length > 0) elsewhere.add("heavy");`,
      },
      { file: "work/claim.ts", code: "{ lanes, held, most, now }: Sought", instead: "{ of, lanes, held, most, now }: Sought & { of: readonly Place[] }" },
      { file: "work/claim.ts", code: "const isDue = (job: JobRow) =>", instead: "const isDue = (job: JobRow) => of.includes(job.place) &&" },
    ],
    breaks: "I15",
    scenario: "a chain",
  },
];
