import { expect, it } from "vitest";
import { completeSettings } from "../terms/settings.ts";
import { requestsPerDay } from "./requests-per-day.ts";

const settings = completeSettings([]);

it.each<[string, Parameters<typeof requestsPerDay>[0], number]>([
  ["as it is set at first", settings, 1500],
  ["eagerly", { ...settings, quietBaseMinutes: 360 }, 5200],
  ["rarely", { ...settings, quietBaseMinutes: 2880 }, 700],
  ["up to the day's limit", { ...settings, quietBaseMinutes: 12 }, 16_000],
  ["in rounds, up to the day's limit", { ...settings, draftPolicy: "sweep" }, 16_000],
  ["in rounds without a limit", { ...settings, draftPolicy: "sweep", draftsPerDay: 1e9, probeMinutes: 30 }, 91_500],
])("%s", (_, settings, expected) => expect(requestsPerDay(settings)).toBe(expected));
