import { Dexie, type Transaction } from "dexie";
import type { TableName, TablesOf } from "./declared-tables.ts";
import type { Retry } from "./jobs/retry.ts";
import type { Verdict } from "./lanes/lane.ts";
import type { JobError, JobRequest, LaneRow, Place, WorkDatabase } from "./rows.ts";

/** What a job runs with. */
export interface RunningJob {
  id: number;
  /** 1 for the first. */
  attempt: number;
  /** Fires when the job shall stop: somebody aborted it, or its lease is lost. */
  signal: AbortSignal;
  /** True once the slice nears its end: a job that can stop and leave the rest to a follow-up does so now. */
  isOver(): boolean;
  now(): number;
  /**
   * Sends one request when the lane allows it. `ask` is given a signal that also ends with the lease; `judge` says what
   * the answer means for the host. Rejects where nothing may be sent any more.
   */
  send<Answer>(ask: (signal: AbortSignal) => Promise<Answer>, judge: (answer: Answer) => Verdict): Promise<Answer>;
}

/** What a commit or a listener may use inside the engine's transaction. Nothing but the database may be awaited there. */
export interface Tools<Tables = WorkDatabase> {
  /** The tables of the transaction. A database that a function has captured elsewhere is beyond the compiler: a commit or a listener uses these. */
  db: Tables;
  now: number;
  enqueue(request: JobRequest): Promise<number>;
}

/** Why a job cannot be done now, which is nobody's fault: it waits, and no attempt is counted. */
export interface PutOff extends JobError {
  /** Until when, epoch ms. Left out: until the next slot of its schedule, or for 1, 2, 4 … minutes where it has none. */
  until?: number;
  /** For 1, 2, 4 … minutes whether it has a schedule or not, and the longest of them, ms. */
  longestMs?: number;
  /** What lets it run at once. */
  hastenedBy?: readonly Hastener[];
}

/** What may end the reason for which a job was put off: a host answers again, the person gives a permission, wants it now, or starts the browser. */
export type Hastener = "network" | "permission" | "person" | "start";

/** How a job failed, or that it was put off. */
export interface Failure {
  error?: JobError;
  /** Another attempt is of no use. */
  final?: true;
  putOff?: PutOff;
}

/** How a job ended. `commit` is part of the transaction that ends it, also where there is an error: all of it is written or nothing. It may find that the job has failed, and gives how. */
export interface Outcome<Tables = WorkDatabase> extends Failure {
  // biome-ignore lint/suspicious/noConfusingVoidType: most just write
  commit?: (tools: Tools<Tables>) => Promise<Failure | void>;
}

/** A kind of job. `parse` throws where the arguments are not what they should be. */
export interface Kind<Args = unknown, Tables = WorkDatabase, Name = string> {
  parse(args: unknown): Args;
  // biome-ignore lint/suspicious/noConfusingVoidType: a job without results just returns
  run(args: Args, job: RunningJob): Promise<Outcome<Tables> | void>;
  place?: Place;
  /** The host it asks. */
  lane?: string;
  /** At most one job of it is under way, unless its request names another lock. */
  lock?: string;
  priority?: number;
  maxAttempts?: number;
  retry?: Retry;
  /** The tables of the application that its commit uses. */
  tables?: readonly Name[];
  /** What to write where the results could not be written. */
  onRefused?: (error: JobError, tools: Tools<Tables>) => Promise<void>;
  /** What to write where it was put off before it came to an end: its host may not be asked, or rests. */
  onPutOff?: (why: PutOff, tools: Tools<Tables>) => Promise<void>;
}

/** One that hears the events of the log. */
export interface Listener<Event = unknown, Tables = WorkDatabase, Name = string> {
  /** Applies a batch, in the transaction that moves its mark. What it throws becomes a fault of that event alone. `of` is what follows the "/" in the cursor's name. */
  apply: (events: (Event & { seq: number })[], tools: Tools<Tables> & { of: string }) => Promise<void>;
  /** The tables of the application that it uses. */
  tables: readonly Name[];
  priority?: number;
  /** Events of one transaction. */
  batch?: number;
  /** From so many events still to be heard on, it hears them where heavy work belongs; 0 for always. */
  heavyFrom?: number;
  /** Hears only what that listener has already heard. */
  after?: string;
  /** Where its cursor begins when it is new: at the first event, at the head of the log, or nowhere: each of its cursors is asked for. */
  from?: "beginning" | "now" | "request";
  retry?: Retry;
  maxAttempts?: number;
}

export interface ScheduleRule {
  everyMs: number;
  /** It may run so much sooner where something else is done anyway: fewer wakes, and as many runs. */
  earlyMs?: number;
  job: JobRequest;
  cooldownMs?: number;
}

/** What the rows are brought in line with at the start of each slice. */
export interface Configuration {
  permits: number;
  lanes: Record<string, Pick<LaneRow, "cap" | "gapMs" | "jitter" | "isOff">>;
  schedules: Record<string, ScheduleRule>;
}

/** Who is alive. Only for an early return of what the dead held: without an answer the lease's own time decides. */
export interface Owners {
  /** The name of this context, held until it dies. Settles before anything is claimed. */
  self(): Promise<string>;
  /** Whose names are held at this moment, or may be; undefined where nobody can say. */
  alive(): Promise<Pick<ReadonlySet<string>, "has"> | undefined>;
}

/** What the engine stands on; tests give it a clock of their own and let it die at every point. */
export interface World {
  database(): Promise<WorkDatabase>;
  now(): number;
  random(): number;
  /** Resolves after that time, early where the signal fires; never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  owners: Owners;
  /** Why this host may not be asked, undefined where it may be: asked before each job and each request. */
  hindrance?(host: string): Promise<PutOff | undefined>;
  /** Passed before and after each transaction and effect. */
  point?(name: string): Promise<void>;
}

/** All that the parts of the engine are given. */
export interface Work {
  world: World;
  kinds: Record<string, Kind>;
  listeners: Record<string, Listener>;
}

/** A kind of job whose arguments have that type. */
export function defineKind<Args, Tables = WorkDatabase, Name extends string = string>(kind: Kind<Args, Tables, Name>): Kind {
  // It is given the whole database, in a transaction on what it declares: all of `Tables` is there.
  return kind as unknown as Kind;
}

/** A listener to events of that type. */
export function defineListener<Event, Tables = WorkDatabase, Name extends string = string>(listener: Listener<Event, Tables, Name>): Listener {
  // As with a kind.
  return listener as unknown as Listener;
}

/** defineKind for an application's database: a commit has the tables that its kind declares, and no others, not even of the engine. */
export type DefineKind<Database> = <Args, const Name extends TableName<Database> = never>(kind: Kind<Args, NoInfer<TablesOf<Database, Name>>, Name>) => Kind;

/** defineListener for an application's database: the same for `apply`. */
export type DefineListener<Database, Event> = <const Name extends TableName<Database> = never>(
  listener: Listener<Event, NoInfer<TablesOf<Database, Name>>, Name>,
) => Listener;

/** The listener of a cursor: "history/12" is a cursor of the listener "history". */
export function listenerOf({ listeners }: Work, cursor: string): Listener | undefined {
  return listeners[cursor.split("/", 1)[0] ?? ""];
}

/**
 * One of the engine's transactions, which is handed to its body: whatever that awaits, what it writes is part of this
 * transaction, or is refused, since the transaction is over or does not have that table. A database that was closed under
 * it is asked for once more.
 */
export async function transact<T>({ world }: Work, name: string, tables: string[], body: (db: WorkDatabase) => Promise<T>): Promise<T> {
  await world.point?.(`before ${name}`);
  const once = async () => {
    const db = await world.database();
    // Dexie follows native awaits only of a function that it can see to be async.
    return db.transaction("rw", tables, async (transaction) => body(tablesOf(transaction)));
  };
  const result = await once().catch((error: unknown) => {
    if (error instanceof Dexie.DatabaseClosedError) return once();
    throw error;
  });
  await world.point?.(`after ${name}`);
  return result;
}

/**
 * The tables of a transaction and no others. Dexie finds the transaction of a table by the await it is called behind, and
 * loses it after a hundred of them that ask the database nothing; these tables know theirs.
 */
function tablesOf(transaction: Transaction): WorkDatabase {
  const tables = {
    // One within it is it.
    transaction: (_mode: string, _tables: unknown, scope: () => PromiseLike<unknown>) => scope(),
  };
  return new Proxy(tables, {
    get: (known, name) => (Object.hasOwn(known, name) ? known.transaction : transaction.table(String(name))),
  }) as unknown as WorkDatabase;
}

/** The kind of an error that says that the browser gave no more room. */
export const STORAGE_FULL = "storage-full";

/** What was thrown, as a row can keep it. */
export function asJobError(error: unknown): JobError {
  if (isQuotaError(error)) return { kind: STORAGE_FULL, message: "The browser gives no more room." };
  return error instanceof Error ? { kind: error.name, message: error.message } : { kind: "unknown", message: String(error) };
}

/** True where the browser gave no more room. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Dexie.DexieError && (error.name === "QuotaExceededError" || error.inner?.name === "QuotaExceededError");
}
