import { GAP_MS, PERMITS } from "./scenarios.ts";
import type { Town } from "./town.ts";

/** What must hold in every state that a transaction leaves. Each violation begins with the invariant's name. */
export async function violationsNow({ db, clock }: Town): Promise<string[]> {
  const jobs = await db.jobs.toArray();
  const held = jobs.filter(({ state, until = 0 }) => state === "leased" && until > clock.now());
  return [
    ...(held.length > PERMITS ? [`I1 ${held.length} jobs hold ${PERMITS} permits`] : []),
    ...doubles(held.flatMap(({ lane }) => lane || [])).map((lane) => `I2 ${lane} is held twice`),
    ...doubles(jobs.filter(({ state }) => state === "todo").flatMap(({ key }) => key ?? [])).map((key) => `I7 two jobs of the key ${key} wait`),
    ...doubles(held.flatMap(({ lock }) => lock ?? [])).map((lock) => `I7 two jobs hold the lock ${lock}`),
  ];
}

/** What must hold when all is over. */
export async function violationsAtTheEnd(town: Town): Promise<string[]> {
  const { db, sent, shown, leases, faults } = town;
  const jobs = await db.jobs.toArray();
  const commits = await db.commits.toArray();
  const heard = await db.heard.toArray();
  const head = ((await db.log.toCollection().primaryKeys()).at(-1) ?? 0) as number;
  const faulty = await db.faults.toArray();
  const cursors = await db.cursors.toArray();
  const unended = jobs.filter(({ state }) => state === "todo" || state === "leased");
  const hosts = [...new Set(sent.map(({ host }) => host))];
  const claims = (id: number) => [...leases.values()].filter((job) => job === id).length;
  return [
    ...hosts.flatMap((host) => {
      const times = sent
        .filter((one) => one.host === host)
        .map(({ at }) => at)
        .sort((a, b) => a - b);
      return times.flatMap((at, index) =>
        index > 0 && at - (times[index - 1] ?? 0) < GAP_MS ? [`I3 ${host} was asked ${at - (times[index - 1] ?? 0)} ms after the last time`] : [],
      );
    }),
    ...doubles(commits.map(({ job }) => job)).map((job) => `I4 job ${job} was committed twice`),
    ...jobs
      .filter(({ id, state, kind }) => state === "done" && ["poll", "probe", "slow", "plain"].includes(kind) && !commits.some(({ job }) => job === id))
      .map(({ id }) => `I4 job ${id} is done without its results`),
    ...doubles(heard.map(({ cursor, generation, seq }) => `${cursor} ${generation} ${seq}`)).map((event) => `I5 ${event} was applied twice`),
    ...(await unheard(town)),
    ...doubles(jobs.flatMap(({ slot }) => slot ?? [])).map((slot) => `I6 slot ${slot} was used twice`),
    ...unended.filter(({ schedule }) => !schedule).map(({ id, kind, state }) => `I8 job ${id} (${kind}) is ${state} for ever`),
    ...cursors
      .filter(({ forward, backward }) => (forward !== undefined && forward < head) || backward !== undefined)
      .map(({ name }) => `I8 ${name} never came to the head`),
    ...jobs.filter(({ id, attempts }) => claims(id) !== attempts).map(({ id, attempts }) => `I9 job ${id} has ${attempts} attempts and ${claims(id)} claims`),
    ...alarmViolation(town, unended.length > 0 || (await db.schedules.count()) > 0 || faulty.some(({ nextAt }) => nextAt !== undefined)),
    ...shown.flatMap(({ id, content }) => (shown.some((other) => other.id === id && other.content !== content) ? [`I11 ${id} stands for two contents`] : [])),
    ...shown.flatMap(({ id, content }) =>
      shown.some((other) => other.id !== id && other.content === content) ? [`I11 ${content} was shown under two names`] : [],
    ),
    ...faults.map((fault) => `fault ${fault instanceof Error ? fault.stack : String(fault)}`),
  ];
}

/** Events that a cursor has neither applied nor noted as a fault. */
async function unheard({ db }: Town): Promise<string[]> {
  const events = (await db.log.toArray()) as { seq: number; what: string }[];
  const heard = await db.heard.toArray();
  const faults = await db.faults.toArray();
  const cursor = await db.cursors.get("matcher");
  return events
    .filter(({ what, seq }) => what !== "heard" && !heard.some((row) => row.cursor === "matcher" && row.generation === cursor?.generation && row.seq === seq))
    .filter(({ seq }) => !faults.some((row) => row.cursor === "matcher" && row.seq === seq))
    .map(({ seq, what }) => `I5 event ${seq} (${what}) was skipped`);
}

function alarmViolation({ alarm }: Town, pending: boolean): string[] {
  if (pending && alarm === undefined) return ["I10 something is pending and no alarm is set"];
  if (!pending && alarm !== undefined) return ["I10 nothing is pending and an alarm is set"];
  return [];
}

function doubles<T>(values: T[]): T[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
