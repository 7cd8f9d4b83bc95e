import { atWork, type Context, happenLater, type Role, type Rules, type Town, wake } from "./town.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** What happens to a context at one of its points. */
export interface Way {
  /** After "its context". */
  name: string;
  strike(town: Town, rules: Rules, context: Context): void;
  /** Which context: the first of that role. */
  role?: Role;
  /** Nobody can say who is alive. */
  hasNoLocks?: true;
  /** It ends the context, so two points that have left the same behind are one. */
  isEnd?: boolean;
  /** Only points whose name begins so. */
  at?: string;
  /** Every how manieth of its points is tried. An odd number, so that those before and those after something take turns. */
  every?: number;
  /** Within this time all is well again, whatever was lost. */
  recoversMs?: number;
}

const die = (_town: Town, _rules: Rules, context: Context) => {
  context.state = "dead";
};

function freeze(town: Town, rules: Rules, context: Context): void {
  context.freeze();
  openPageLater(town, rules, SECOND);
  happenLater(town, 5 * MINUTE, context.thaw);
}

function openPageLater(town: Town, rules: Rules, afterMs: number): void {
  happenLater(town, afterMs, () => wake(town, rules));
}

function loseAlarm(town: Town, rules: Rules): void {
  town.alarm = undefined;
  town.isAlarmLost = true;
  // Nothing else can wake it.
  openPageLater(town, rules, 20 * MINUTE);
}

/** A clock that is set right again tells no alarm: one that was set by the wrong time comes as much too late, unless somebody looks. */
function setClock(town: Town, rules: Rules, offMs: number): void {
  town.clockOffMs += offMs;
  town.toldAt = undefined;
  town.isAlarmLost = offMs < 0;
  if (offMs < 0) openPageLater(town, rules, MINUTE);
}

/** It dies: while a person looks, for whoever its alarm wakes, with everybody knowing or nobody, with its alarm. */
export const DEATHS: Way[] = [
  {
    name: "dies, and a page is opened a second later",
    isEnd: true,
    strike(town, rules, context) {
      die(town, rules, context);
      openPageLater(town, rules, SECOND);
    },
  },
  { name: "dies, and nobody knows until its alarm rings and its lease is over", strike: die, isEnd: true, hasNoLocks: true },
  { name: "dies, and its Web Lock with it, which is seen when its alarm rings", strike: die, isEnd: true, every: 3 },
  {
    name: "dies, and its alarm is deleted",
    isEnd: true,
    every: 4,
    strike(town, rules, context) {
      die(town, rules, context);
      loseAlarm(town, rules);
    },
  },
  { name: "for heavy work dies, and its Web Lock with it", role: "heavy", strike: die, isEnd: true },
  { name: "for heavy work dies, and nobody knows", role: "heavy", strike: die, isEnd: true, hasNoLocks: true },
];

/** It is taken for dead and comes back. */
export const FREEZES: Way[] = [
  { name: "freezes for minutes and comes back", strike: freeze, every: 5 },
  { name: "for heavy work outlives its lease", role: "heavy", strike: freeze },
];

/** It lives on, and something else is wrong. */
export const TROUBLES: Way[] = [
  { name: "loses its alarm and lives on", strike: loseAlarm, every: 17 },
  {
    name: "finds the disk full at the next writing",
    at: "before ",
    every: 9,
    strike(town) {
      town.isFull = true;
    },
  },
  {
    name: "sees its clock set a day ahead, and back after ten minutes",
    every: 29,
    strike(town, rules) {
      setClock(town, rules, 24 * HOUR);
      happenLater(town, 10 * MINUTE, () => setClock(town, rules, -24 * HOUR));
    },
  },
  ...[400, -400].map(
    (days): Way => ({
      name: `sees its clock set ${Math.abs(days)} days ${days > 0 ? "ahead" : "back"}, and right again after ten minutes`,
      every: 31,
      recoversMs: 90 * MINUTE,
      strike(town, rules) {
        setClock(town, rules, days * 24 * HOUR);
        happenLater(town, 10 * MINUTE, () => setClock(town, rules, -days * 24 * HOUR));
      },
    }),
  ),
  ...[10 * MINUTE, HOUR].map(
    (forMs): Way => ({
      name: `cannot reach any host for ${forMs / MINUTE} minutes`,
      every: forMs >= HOUR ? 61 : 17,
      recoversMs: forMs + 45 * MINUTE,
      strike(town) {
        town.isCutOff = true;
        happenLater(town, forMs, () => {
          town.isCutOff = false;
        });
      },
    }),
  ),
  {
    name: "loses the permission for ten minutes",
    every: 19,
    strike(town, rules, context) {
      town.isForbidden = true;
      happenLater(town, 10 * MINUTE, () => {
        town.isForbidden = false;
        void atWork(town, context, () => context.engine.hasten("permission")).then(() => wake(town, rules));
      });
    },
  },
  {
    name: "is told to leave a host alone, and ten minutes later to ask it again",
    every: 19,
    strike(town, rules) {
      town.offSince = town.clock.now();
      happenLater(town, 0, () => wake(town, rules));
      happenLater(town, 10 * MINUTE, () => {
        town.offSince = undefined;
        wake(town, rules);
      });
    },
  },
  // What was asked for before the engine first looked at the clock waits for that hour.
  { name: "sees its clock set an hour back", every: 23, recoversMs: 75 * MINUTE, strike: (town, rules) => setClock(town, rules, -HOUR) },
];

export const WAYS: Way[] = [...DEATHS, ...FREEZES, ...TROUBLES];
