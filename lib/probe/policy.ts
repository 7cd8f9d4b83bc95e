import type { DraftFile } from "./draft-file.ts";

/** A published paper, as a policy sees it: only regular P ids with a revision. */
export interface KnownPaper {
  number: number;
  revision: number;
  /** The document date as the index serves it, nearly always "YYYY-MM-DD": each policy reads it in its own way. Absent where the index has none. */
  date?: string;
  /** Of the published file, with its dot, where the index says. */
  extension?: string;
  /** The index lacks it, only the yearly listing has it: nothing that the original could know. */
  onlyListed?: true;
}

/** A file that was found to be there. Times are epoch ms. */
export interface KnownFile extends DraftFile {
  foundAt: number;
  /** What its Last-Modified said, where it said anything. */
  modifiedAt?: number;
  /** True where it was there already when PaperScout first looked: no hit that says anything of the present tempo. */
  baseline?: true;
  /** It is no longer there. */
  gone?: true;
}

/** All that a policy goes by. */
export interface Knowledge {
  papers: readonly KnownPaper[];
  /** Every id of the index, as it stands there; `sweep` skips a file whose id is one of them. */
  ids: ReadonlySet<string>;
  files: readonly KnownFile[];
  /** Numbers on a watchlist. */
  watched: ReadonlySet<number>;
  /** When a file was last asked for, by name, epoch ms; absent: never. */
  asked: ReadonlyMap<string, number>;
  /** Counts the cycles of `sweep`, from 1. */
  cycle: number;
  /** A number of this client's own in [0, 1), so that clients do not march in step. */
  phase: number;
  /** When this client began to ask, epoch ms: from then on `quiet` spreads what it never asked for. Absent: that is all due. */
  since?: number;
}

export const TIERS = ["watchlist", "frontier", "recent", "cold", "known"] as const;
/** "known": a file that is there and asked again for changes. */
export type Tier = (typeof TIERS)[number];

/** One file in the plan. */
export interface PlannedProbe extends DraftFile {
  name: string;
  tier: Tier;
  /** Only "probe" is asked for; the others are in the plan of `sweep` because the original counts them. */
  decision: "probe" | "skip-discovered" | "skip-index";
  /** Epoch ms; 0 where it is due whenever the policy runs. */
  dueAt: number;
  /** How often it is asked for at present, ms; 0 where its policy knows no such thing. */
  everyMs: number;
  reason: ProbeReason;
}

/** Why a file is in the plan: facts, put into words elsewhere. */
export interface ProbeReason {
  /** next: the revision after the newest; after-next: one later; passed-over: one before the newest that was never seen; unseen: R0 (or a low one) of a number without a paper; again: a known file. */
  what: "next" | "after-next" | "passed-over" | "unseen" | "again";
  /** Whole days since anything happened to the paper (or the file changed); absent where it is not known. */
  quietDays?: number;
  /** Numbers above (positive) or below the frontier, for a number without a paper. */
  fromFrontier?: number;
  /** Whole days since a paper near it came up, for a number without one. */
  besideDays?: number;
  /** The paper's files have had another extension so far. */
  otherExtension?: true;
  /** Asked for as P, which may be there before the index knows it. */
  published?: true;
  watched?: true;
}

export interface Plan {
  frontier: number;
  probes: PlannedProbe[];
}

/** The original's settings (behaviour, 19.1), by its meaning. */
export interface SweepSettings {
  windowAbove: number;
  windowBelow: number;
  explicitRanges: { min?: number; max?: number }[];
  gapThreshold: number;
  lookbackMonths: number;
  hotRevisionDepth: number;
  coldRevisionDepth: number;
  coldCycleDivisor: number;
  gapMaxRevision: number;
  prefixes: ("D" | "P")[];
  /** With their dots. */
  extensions: string[];
}

export interface QuietSettings {
  /** The one knob, ms. */
  baseMs: number;
}
