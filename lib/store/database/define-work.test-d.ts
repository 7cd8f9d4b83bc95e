import { countCheck } from "../health/tally.ts";
import { replaceIndex } from "../index/replace-index.ts";
import type { Database } from "./database.ts";
import { defineKind, defineListener } from "./define-work.ts";

const parse = () => undefined;
const run = async () => {};
declare const whole: Database;

// What is declared can be used, by functions of the store as well; they take the whole database, too.
defineKind({ parse, tables: ["state", "matches"], run: async () => ({ commit: ({ db, now }) => countCheck(db, false, now) }) });
defineListener({ tables: ["mutes"], apply: async (events, { db }) => void (await db.mutes.delete(events[0]?.kind ?? "")) });
void countCheck(whole, false, 0);

// @ts-expect-error A commit has the tables that its kind declares, and matches are none of them.
defineKind({ parse, tables: ["state"], run: async () => ({ commit: async ({ db }) => void (await db.matches.clear()) }) });
// @ts-expect-error Tables of the engine are declared like others: `enqueue` is all that needs no word.
defineKind({ parse, tables: ["state"], run: async () => ({ commit: async ({ db }) => void (await db.jobs.clear()) }) });
// @ts-expect-error An index is replaced with its events, drafts and state, or not at all.
defineKind({ parse, tables: ["shelves", "vanished"], run: async () => ({ commit: async ({ db, now }) => void (await replaceIndex(db, {}, {}, now)) }) });
// @ts-expect-error What a function of the store writes is declared, also where nothing else is.
defineKind({ parse, run, onRefused: (_, { db, now }) => countCheck(db, true, now) });
// @ts-expect-error The database has no such table.
defineKind({ parse, run, tables: ["papers"] });
// @ts-expect-error A listener has the tables that it declares, and matches are none of them.
defineListener({ tables: ["log"], apply: async (_, { db }) => void (await db.matches.clear()) });
// @ts-expect-error What a function of the store writes is declared by a listener, too.
defineListener({ tables: ["log"], apply: (_, { db, now }) => countCheck(db, true, now) });
