import type { BackupProblem, Rejected } from "./parse-backup.ts";

export type ImportReport =
  | {
      ok: true /** What was added; what was there already is not counted. */;
      watchlists: number;
      watches: number;
      settings: number;
      matches: number;
      /** Matches that were here and got a star. */
      stars: number;
      mutes: number;
      rejected: Rejected[];
    }
  | { ok: false /** "changed-meanwhile": it would change something else than what was previewed. */; problem: BackupProblem | "changed-meanwhile" };
