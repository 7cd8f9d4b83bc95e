import { translate } from "../../../lib/language/translate.ts";
import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { duration } from "../../text/format-time.ts";

const MINUTE = 60_000;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** How eagerly drafts are looked for, by the minutes after which what is active is asked for again; the requests a day and the hours are of `npm run bench -- freshness`. */
const PACES = { 360: "pace_eagerly", 1320: "pace_normally", 2880: "pace_rarely" } as const;

/** Numbers of which a person wants one of a few. */
const STEPS: Partial<Record<SettingName, readonly number[]>> = {
  pollMinutes: [5, 10, 15, 30, 60, 120, 240, 720, 1440],
  quietBaseMinutes: Object.keys(PACES).map(Number),
  quietFromHour: HOURS,
  quietUntilHour: HOURS,
};

/** What a number may be chosen from, the value that it has among them; undefined where it is typed. */
export function stepsOf(name: SettingName, value: SettingValue): number[] | undefined {
  const steps = STEPS[name];
  return steps && [...new Set([...steps, Number(value)])].sort((a, b) => a - b);
}

function isPace(step: number): step is keyof typeof PACES {
  return step in PACES;
}

/** "30 minutes"; "Normally"; of an hour of the day "21:00", which is chosen by typing 21. */
export function stepText(name: SettingName, step: number): string {
  if (name === "quietBaseMinutes" && isPace(step)) return translate(PACES[step]);
  return name === "pollMinutes" || name === "quietBaseMinutes" ? duration(step * MINUTE) : `${step}:00`;
}
