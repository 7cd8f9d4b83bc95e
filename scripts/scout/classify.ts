import { classifyLastModified } from "../../lib/probe/classify-last-modified.ts";
import type { MailDate } from "../../lib/probe/read-mail-date.ts";
import { BadInput } from "./bad-input.ts";
import { readArguments } from "./reading/read-arguments.ts";
import { readTime } from "./reading/read-time.ts";

const MINUTE = 60_000;

/** Whether a file with this Last-Modified is new, exactly as the original has it; without one where none is given. */
export function classify(args: string[]) {
  const options = { now: { type: "string" }, hours: { type: "string", default: "24" } } as const;
  const { values, positionals } = readArguments({ args, options, allowPositionals: true });
  if (positionals.length > 1) throw new BadInput(`${positionals.length} headers are given; give one, in quotes: "Wed, 03 Jul 2024 11:30:00 GMT"`);
  if (!/^\d{1,6}$/.test(values.hours)) throw new BadInput(`--hours cannot be ${JSON.stringify(values.hours)}; give a whole number of hours`);
  const { isRecent, modified, stat } = classifyLastModified(positionals[0], readTime(values.now, "--now"), Number(values.hours));
  return { is_recent: isRecent, last_modified: modified ? format(modified) : null, stat };
}

/** ISO 8601 in its own offset: "2024-07-03T11:30:00+00:00". */
function format({ at, offsetMinutes }: MailDate): string {
  const minutes = Math.abs(offsetMinutes);
  const offset = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
  return `${new Date(at + offsetMinutes * MINUTE).toISOString().slice(0, 19)}${offsetMinutes < 0 ? "-" : "+"}${offset}`;
}
