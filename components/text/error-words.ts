import type { Translate } from "../../lib/language/translate.ts";
import type { CheckFailure } from "../../lib/terms/check-outcome.ts";
import { failureText } from "./failure-text.ts";

/** Those whose sentence has a number, by the name of that number. */
const NUMBERED: Partial<Record<CheckFailure["kind"], string>> = {
  "too-large": "megabytes",
  "sudden-loss": "missing",
  refused: "status",
  "server-error": "status",
};
const PLAIN: readonly string[] = [
  "offline",
  "unreachable",
  "timeout",
  "cut-off",
  "not-allowed",
  "not-found",
  "rate-limited",
  "html",
  "not-json",
  "not-object",
  "no-papers",
  "storage-full",
  "interrupted",
] satisfies CheckFailure["kind"][];

/** An error of the work's rows in a sentence: a failure of a host is kept there as JSON; what is none stays as it was said. */
export function errorWords({ message }: { message: string }, host: string, translate: Translate): string {
  const failure = message.startsWith("{") ? readFailure(message) : undefined;
  return failure ? failureText(failure, host, translate) : message;
}

function readFailure(json: string): CheckFailure | undefined {
  try {
    const read = JSON.parse(json) as Record<string, unknown>;
    const kind = String(read.kind);
    const number = Object.hasOwn(NUMBERED, kind) ? NUMBERED[kind as CheckFailure["kind"]] : undefined;
    const isKnown = number === undefined ? PLAIN.includes(kind) : typeof read[number] === "number";
    return isKnown ? (read as CheckFailure) : undefined;
  } catch {
    return undefined;
  }
}
