import { claim } from "./claim.ts";
import { configure } from "./configure.ts";
import { control } from "./control.ts";
import { deadOwners } from "./dead-owners.ts";
import { extend } from "./jobs/extend.ts";
import type { Held } from "./jobs/held.ts";
import { OUT_OF_TIME, PutOffError } from "./jobs/put-off.ts";
import { runJob } from "./jobs/run-job.ts";
import type { Place } from "./rows.ts";
import { nextDue } from "./schedules/next-due.ts";
import type { Configuration, Work } from "./work.ts";

/** Nothing is begun after that time, so that a slice has ended before the browser stops an idle background (30 s). */
const SLICE_MS = 20_000;
/** What still runs after that is told to stop, and a little later left alone: its lease will end. */
const STOP_AFTER_MS = 30_000;
const LEAVE_AFTER_MS = 5_000;
const HEARTBEAT_MS = 15_000;

/** The next look after so many slices in a row that failed as a whole, where the database takes nothing, say: 1, 2, 4 … 30 minutes. */
function afterFailuresMs(failures: number): number {
  return Math.min(60_000 * 2 ** Math.min(failures - 1, 10), 30 * 60_000);
}

/** What a context that drains the work tells and is told. */
export interface Surroundings {
  /** The places this context works for; asked for whenever it looks for work. */
  places(): readonly Place[];
  configuration(): Promise<Configuration>;
  /** True once after a start of the browser. */
  isColdStart(): Promise<boolean>;
  /** When something is due next (epoch ms), undefined where nothing is pending. Told before a slice and after it. */
  onDue(at: number | undefined): Promise<void>;
  /** It is the turn of work that is done elsewhere: whoever does it is to look. */
  onWorkElsewhere(place: Place): Promise<void>;
  /** Told how many jobs the slice has run. */
  onSliceEnd(ran: number): Promise<void>;
  /** A fault that is nobody's outcome: the database, mostly. */
  onFault(error: unknown): void;
  /** How often in a row a slice has failed as a whole, this one included (0 where it went well). Left out, it is known to this context alone. */
  countFailures?(failed: boolean): Promise<number>;
}

interface Drain {
  drain(): Promise<void>;
  /** Ends the slice: what runs is put off. */
  stop(): void;
}

/**
 * Gives the one drain of this context. A call while it drains joins in; what it was made for is looked at. It works in
 * slices, and each ends like a shutdown: nothing more is begun, what runs is awaited, and the time of the next thing due is
 * told. What is still due then begins the next slice.
 */
export function createDrain(work: Work, around: Surroundings): Drain {
  const { world } = work;
  const running = new Map<Held, Promise<void>>();
  let draining: Promise<void> | undefined;
  let isWanted = false;
  let isBeating = false;
  let failures = 0;
  /** This context is about to be ended. */
  let isStopped = false;
  /** Something has ended or come since the work was looked at. */
  let isStirred = false;
  let rouse = () => {};
  const stir = () => {
    isStirred = true;
    rouse();
  };

  async function drain(): Promise<void> {
    try {
      for (let more = false; isWanted || more; ) {
        isWanted = false;
        more = await slice();
      }
    } finally {
      draining = undefined;
    }
  }

  /** True where it ended because its time was over. */
  async function slice(): Promise<boolean> {
    const start = world.now();
    let ran = 0;
    const isLate = () => Math.abs(world.now() - start) >= SLICE_MS;
    const isOver = () => isStopped || isLate();
    let failed = true;
    /** Nothing was taken since it was told what is due next. */
    let isAsTold = false;
    try {
      await world.database();
      // Who called until now, while it was opened mostly, finds an answer in the first look.
      isWanted = false;
      isStirred = false;
      let due = await tellDue();
      isAsTold = true;
      if (await around.isColdStart()) await control.startAnew(work).then(stir);
      await bringInLine();
      const owner = await world.owners.self();
      let dead = await deadOwners(work);
      if (dead.size > 0) stir();
      while (!isOver()) {
        if (isWanted) {
          isWanted = false;
          // Whoever wants something may have stopped a job, or changed a setting: the rows first, then those who hold them.
          await bringInLine();
          if (running.size > 0) await extend(work, running.keys());
        }
        const roused = new Promise<void>((resolve) => (rouse = resolve));
        const looked = world.now();
        if (isStirred || (due !== undefined && due <= looked)) {
          isStirred = false;
          isAsTold = false;
          const { jobs, elsewhere } = await claim(work, { owner, places: around.places(), dead });
          dead = new Set();
          ran += jobs.length;
          for (const { job, lane } of jobs) begin({ job, until: job.until, stop: new AbortController(), ...(lane && { lane }) }, isOver);
          for (const place of elsewhere) await around.onWorkElsewhere(place);
          due = await nextDue(work, await world.database(), looked);
        }
        if (!(await waitForMore(roused, due, start + SLICE_MS))) break;
      }
      failed = false;
    } finally {
      await settle(start);
      // Whatever cannot be shown, the next alarm is set.
      const [inARow] = await Promise.all([failuresInARow(failed), around.onSliceEnd(ran).catch(around.onFault)]);
      if (failed || !isAsTold) await tellDue(failed ? world.now() + afterFailuresMs(inARow) : undefined);
    }
    return isLate() && !isStopped;
  }

  /** How often the slice has failed, this one included. */
  async function failuresInARow(failed: boolean): Promise<number> {
    failures = failed ? failures + 1 : 0;
    return around.countFailures ? around.countFailures(failed).catch(() => failures) : failures;
  }

  /** Whoever dies behind the change is woken for what it has set up: before a first slice nothing was pending, and no alarm was set. */
  async function bringInLine(): Promise<void> {
    if (await configure(work, await around.configuration(), () => around.onDue(world.now()))) stir();
  }

  function begin(held: Held, isOver: () => boolean): void {
    const run = runJob(work, held, isOver).catch(around.onFault);
    const tracked = run.finally(() => {
      running.delete(held);
      stir();
    });
    running.set(held, tracked);
    void beat();
  }

  /** Prolongs the leases while anything runs: the last thing to stop. One beats for all, however often the last ends and another begins. */
  async function beat(): Promise<void> {
    if (isBeating) return;
    isBeating = true;
    while (running.size > 0) {
      await world.sleep(HEARTBEAT_MS, AbortSignal.any([]));
      if (running.size > 0) await extend(work, running.keys()).catch(around.onFault);
    }
    isBeating = false;
  }

  /** Waits until something has ended, come or fallen due since the work was looked at. False where nothing will before that time. */
  async function waitForMore(roused: Promise<void>, due: number | undefined, until: number): Promise<boolean> {
    // What has ended meanwhile made room, or left something to follow.
    if (isStirred) return true;
    const isSoon = due !== undefined && due < until;
    if (running.size === 0 && !isSoon) return false;
    const timer = new AbortController();
    await Promise.race([roused, world.sleep(Math.min((isSoon ? due : until) - world.now(), SLICE_MS), timer.signal)]);
    timer.abort();
    return true;
  }

  /** Awaits what runs: as long as it takes, but not for ever. */
  async function settle(start: number): Promise<void> {
    const all = () => Promise.allSettled(running.values());
    const timer = new AbortController();
    const isLate = world.sleep(Math.min(start + STOP_AFTER_MS - world.now(), STOP_AFTER_MS), timer.signal).then(async () => {
      if (timer.signal.aborted) return;
      stopAll();
      await world.sleep(LEAVE_AFTER_MS, timer.signal);
    });
    await Promise.race([all(), isLate]);
    timer.abort();
    running.clear();
  }

  function stopAll(): void {
    const reason = new PutOffError({ kind: OUT_OF_TIME, message: "It goes on in the next slice of time.", until: world.now() });
    for (const held of running.keys()) held.stop.abort(reason);
  }

  /** Gives what was told: not before that time, which is told too where the database cannot say what is due. */
  async function tellDue(notBefore?: number): Promise<number | undefined> {
    await world.point?.("before alarm");
    const looked = world.database().then((db) => nextDue(work, db));
    const due = notBefore === undefined ? await looked : Math.max(await looked.catch(() => notBefore).then((at) => at ?? notBefore), notBefore);
    await around.onDue(due);
    await world.point?.("after alarm");
    return due;
  }

  return {
    drain() {
      isWanted = true;
      isStopped = false;
      stir();
      draining ??= drain();
      return draining;
    },
    stop() {
      isStopped = true;
      stopAll();
      stir();
    },
  };
}
