import * as work from "../../work/work.ts";
import type { Database } from "./database.ts";
import type { LogRow } from "./schema.ts";

/** A kind of PaperScout's jobs: its commit has the tables that it declares. */
export const defineKind: work.DefineKind<Database> = work.defineKind;

/** A listener to PaperScout's log: it has the tables that it declares. */
export const defineListener: work.DefineListener<Database, LogRow> = work.defineListener;
