import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { duration } from "../../text/format-time.ts";

const MINUTE = 60_000;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/** Numbers of which a person wants one of a few. */
const STEPS: Partial<Record<SettingName, readonly number[]>> = {
  pollMinutes: [5, 10, 15, 30, 60, 120, 240, 720, 1440],
  quietFromHour: HOURS,
  quietUntilHour: HOURS,
};

/** What a number may be chosen from, the value that it has among them; undefined where it is typed. */
export function stepsOf(name: SettingName, value: SettingValue): number[] | undefined {
  const steps = STEPS[name];
  return steps && [...new Set([...steps, Number(value)])].sort((a, b) => a - b);
}

/** "30 minutes"; of an hour of the day "21:00", which is chosen by typing 21. */
export function stepText(name: SettingName, step: number): string {
  return name === "pollMinutes" ? duration(step * MINUTE) : `${step}:00`;
}
