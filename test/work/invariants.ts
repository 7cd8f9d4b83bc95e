import type { CursorRow, FaultRow, JobRow, LaneRow, ScheduleRow } from "../../lib/work/rows.ts";
import { LANES, PERMITS, SWITCHED } from "./scenarios.ts";
import { ALARM_REPEATS_MS, clockOf, note, type Sent, SOONEST_MS, type Town } from "./town.ts";
import { rowsNow } from "./watch-database.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What must hold in every state that a transaction leaves. Each violation begins with the invariant's name. */
export function violationsNow(town: Town): string[] {
  const jobs = rowsNow<JobRow>(town.db, "jobs");
  const leased = jobs.filter(({ state }) => state === "leased");
  for (const { id, token } of leased) if (token) town.leases.set(`${id} ${token}`, id);
  for (const { id, state, claims } of jobs) if (state === "put-off") town.putOff.add(`${id} ${claims}`);
  const held = leased.filter(({ until = 0 }) => until > clockOf(town));
  return [
    ...(held.length > PERMITS ? [`I1 ${held.length} jobs hold ${PERMITS} permits`] : []),
    ...doubles(held.flatMap(({ lane }) => lane || [])).map((lane) => `I2 ${lane} is held twice`),
    ...doubles(jobs.filter(isWaiting).flatMap(({ key }) => key ?? [])).map((key) => `I7 two jobs of the key ${key} wait`),
    ...rowsNow<LaneRow>(town.db, "lanes")
      .filter(({ strikes }) => strikes > 0)
      .map(({ host }) => `I14 what is not the fault of ${host} is held against it`),
    ...doubles(held.flatMap(({ lock }) => lock ?? [])).map((lock) => `I7 two jobs hold the lock ${lock}`),
  ];
}

/** What must hold when a host is asked, this request included. Where a clock was set ahead, requests sent before count as over: the engine has no other clock. */
export function violationsOfSending(town: Town, { host }: Sent): string[] {
  const cap = LANES[host]?.cap ?? 1;
  const isUnderWay = ({ at, clockAt, takesMs, context, isOver }: Sent) =>
    !isOver && context.state !== "dead" && at + takesMs > town.clock.now() && clockAt + takesMs > clockOf(town);
  const isOff = host === SWITCHED && town.offSince !== undefined && town.clock.now() > town.offSince;
  if (isOff || town.isForbidden) note(town, [`I12 ${host} was asked though the person does not want that`]);
  const underWay = town.sent.filter((one) => one.host === host && isUnderWay(one));
  return underWay.length > cap ? [`I2 ${underWay.length} requests are under way at ${host}, which allows ${cap}`] : [];
}

/** What must hold whenever nobody is at work: the alarm is no later than what is due. Where a context died it may be one that repeats. */
export function alarmViolation(town: Town): string[] {
  const { contexts, alarm, toldAt, isAlarmLost } = town;
  if (isAlarmLost || contexts.some(({ state, atWork }) => state === "frozen" || (state === "well" && atWork > 0))) return [];
  const due = dueAt(town);
  const now = clockOf(town);
  if (due === undefined) return toldAt !== undefined && alarm !== undefined ? ["I10 nothing is pending and an alarm is set"] : [];
  if (alarm === undefined) return ["I10 something is pending and no alarm is set"];
  const latest = toldAt === undefined ? Math.max(due, now) + ALARM_REPEATS_MS : Math.max(due, toldAt + SOONEST_MS);
  return alarm > latest ? [`I10 the alarm rings ${alarm - latest} ms after what is due`] : [];
}

/** When something is due, found otherwise than the engine does. */
function dueAt(town: Town): number | undefined {
  const { db } = town;
  const now = clockOf(town);
  // What lies further ahead than its own longest delay was planned by a clock that was wrong.
  const within = (at: number, longestMs: number) => (at > now + longestMs ? now : at);
  const off = new Set(rowsNow<LaneRow>(db, "lanes").flatMap(({ host, isOff }) => (isOff ? host : [])));
  const lanes = new Map(rowsNow<LaneRow>(db, "lanes").map(({ host, nextAt, askedUntil }) => [host, within(nextAt, Math.max(5 * MINUTE, askedUntil - now))]));
  const head = Math.max(0, ...rowsNow<{ seq: number }>(db, "log").map(({ seq }) => seq));
  const times = [
    ...rowsNow<JobRow>(db, "jobs").flatMap((job) => {
      // Nobody waits for what nobody wants.
      if (isWaiting(job) && off.has(job.lane)) return [];
      if (isWaiting(job)) return Math.max(within(job.runAt ?? 0, 6 * HOUR), lanes.get(job.lane) ?? 0);
      return job.state === "leased" ? Math.min(job.until ?? 0, now + MINUTE) : [];
    }),
    ...rowsNow<ScheduleRow>(db, "schedules").map(({ nextAt, everyMs }) => within(nextAt, everyMs)),
    ...rowsNow<FaultRow>(db, "faults").flatMap(({ nextAt }) => (nextAt === undefined ? [] : within(nextAt, 24 * HOUR))),
    ...rowsNow<CursorRow>(db, "cursors").flatMap(({ forward = head, backward }) => (forward < head || backward !== undefined ? 0 : [])),
  ];
  return times.length > 0 ? Math.min(...times) : undefined;
}

function isWaiting({ state }: JobRow): boolean {
  return state === "todo" || state === "put-off" || state === "interrupted";
}

function isUnendedJob(job: JobRow): boolean {
  return isWaiting(job) || job.state === "leased";
}

/** True while there is something left to do that is not the next run of a schedule. */
export function isUnended({ db }: Town): boolean {
  return rowsNow<JobRow>(db, "jobs").some((job) => isUnendedJob(job) && !job.schedule);
}

/** What must hold when all is over. */
export async function violationsAtTheEnd(town: Town): Promise<string[]> {
  const { db, sent, leases, faults } = town;
  const jobs = await db.jobs.toArray();
  const commits = await db.commits.toArray();
  const heard = await db.heard.toArray();
  const head = ((await db.log.toCollection().primaryKeys()).at(-1) ?? 0) as number;
  const faulty = await db.faults.toArray();
  const cursors = await db.cursors.toArray();
  const unended = jobs.filter(isUnendedJob);
  const putOffs = (id: number) => [...town.putOff].filter((one) => one.startsWith(`${id} `)).length;
  const claims = (id: number) => [...leases.values()].filter((job) => job === id).length;
  return [
    ...[...new Set(sent.map(({ host }) => host))].flatMap((host) => tooSoon(sent, host)),
    ...doubles(commits.map(({ job }) => job)).map((job) => `I4 job ${job} was committed twice`),
    ...jobs
      .filter(({ id, state, kind }) => state === "done" && COMMITTING.includes(kind) && !commits.some(({ job }) => job === id))
      .map(({ id }) => `I4 job ${id} is done without its results`),
    ...doubles(heard.map(({ cursor, generation, seq }) => `${cursor} ${generation} ${seq}`)).map((event) => `I5 ${event} was applied twice`),
    ...(await unheard(town)),
    ...doubles(jobs.flatMap(({ slot }) => slot ?? [])).map((slot) => `I6 slot ${slot} was used twice`),
    ...unended.filter(({ schedule }) => !schedule).map(({ id, kind, state }) => `I8 job ${id} (${kind}) is ${state} for ever`),
    ...cursors
      .filter(({ forward, backward }) => (forward !== undefined && forward < head) || backward !== undefined)
      .map(({ name }) => `I8 ${name} never came to the head`),
    ...jobs.filter((job) => claims(job.id) !== job.claims).map((job) => `I9 job ${job.id} counts ${job.claims} claims and had ${claims(job.id)}`),
    ...jobs
      .filter(({ id, state, attempts, claims }) => state !== "cancelled" && attempts !== claims - putOffs(id))
      .map(({ id, attempts, claims }) => `I9 job ${id} has ${attempts} attempts at ${claims} claims, and was put off ${putOffs(id)} times`),
    ...lastAlarm(town, unended.length > 0 || (await db.schedules.count()) > 0 || faulty.some(({ nextAt }) => nextAt !== undefined)),
    ...(await wronglyTold(town)),
    ...jobs
      .filter(({ state, kind }) => state === "failed" && kind !== "endless")
      .map(({ id, kind, error }) => `I13 job ${id} (${kind}) has failed for what is nobody's fault: ${error?.kind}`),
    ...overtaken(town),
    ...faults.map((fault) => `fault ${fault instanceof Error ? fault.stack : String(fault)}`),
  ];
}

const COMMITTING = ["poll", "probe", "slow", "plain", "crowd", "fetch", "read"];

/** Requests that came too soon after the one before. Where a clock was set ahead in between, that clock says how long it was: the engine has no other. */
function tooSoon(sent: Sent[], host: string): string[] {
  const requests = sent.filter((one) => one.host === host).sort((a, b) => a.at - b.at);
  return requests.flatMap(({ at, clockAt }, index) => {
    const before = requests[index - 1];
    if (!before) return [];
    const gap = Math.max(at - before.at, clockAt - before.clockAt);
    return gap < (LANES[host]?.gapMs ?? 0) ? [`I3 ${host} was asked ${gap} ms after the last time`] : [];
  });
}

/** Events that a cursor has neither applied nor noted as a fault. */
async function unheard({ db }: Town): Promise<string[]> {
  const events = (await db.log.toArray()) as { seq: number; what: string }[];
  const heard = await db.heard.toArray();
  const faults = await db.faults.toArray();
  const cursor = await db.cursors.get("matcher");
  return events
    .filter(
      ({ what, seq }) =>
        what !== "heard" && what !== "silent" && !heard.some((row) => row.cursor === "matcher" && row.generation === cursor?.generation && row.seq === seq),
    )
    .filter(({ seq }) => !faults.some((row) => row.cursor === "matcher" && row.seq === seq))
    .map(({ seq, what }) => `I5 event ${seq} (${what}) was skipped`);
}

/** What comes first on a lane may wait for the slice under way, and for one more that was chosen at the same moment. */
function overtaken({ begun }: Town): string[] {
  const others = begun.indexOf("readFound") - begun.indexOf("asked") - 1;
  return others > 2 ? [`I15 what comes first began after ${others} others`] : [];
}

/** Each event that was heard is shown, under one name, which stands for nothing else; shown again, that replaces itself. */
async function wronglyTold({ db, shown }: Town): Promise<string[]> {
  const heard = new Set((await db.heard.toArray()).filter(({ cursor }) => cursor === "matcher").map(({ seq }) => seq));
  const contents = new Map<string, Set<string>>();
  const names = new Map<number, Set<string>>();
  for (const { id, seqs } of shown) {
    contents.set(id, (contents.get(id) ?? new Set()).add(seqs.join()));
    for (const seq of seqs) names.set(seq, (names.get(seq) ?? new Set()).add(id));
  }
  return [
    ...[...contents].filter(([, all]) => all.size > 1).map(([id, all]) => `I11 ${id} stands for ${[...all].join(" and for ")}`),
    ...[...names].filter(([, all]) => all.size > 1).map(([seq, all]) => `I11 event ${seq} was shown under the names ${[...all].join(" and ")}`),
    ...[...heard].filter((seq) => !names.has(seq)).map((seq) => `I5 event ${seq} was heard and never shown`),
    ...[...names.keys()].filter((seq) => !heard.has(seq)).map((seq) => `I5 event ${seq} was shown and never heard`),
  ];
}

function lastAlarm({ alarm }: Town, pending: boolean): string[] {
  if (pending && alarm === undefined) return ["I10 something is pending and no alarm is set"];
  if (!pending && alarm !== undefined) return ["I10 nothing is pending and an alarm is set"];
  return [];
}

function doubles<T>(values: T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
