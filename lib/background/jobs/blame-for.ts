import type { CheckFailure } from "../../terms/check-outcome.ts";

/**
 * What trouble with one request is laid to. "file": asked for again, this file is as likely to fail again, so it has had
 * its turn. "host": nothing more is to be asked for now. "either": to the file where the host answered for others.
 */
export function blameFor(failure: CheckFailure): "file" | "host" | "either" {
  switch (failure.kind) {
    case "refused":
    case "timeout":
      return "file";
    case "server-error":
      return failure.status === 503 ? "host" : "file";
    case "unreachable":
      return "either";
    default:
      return "host";
  }
}
