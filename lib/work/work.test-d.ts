import type { Dexie, Table } from "dexie";
import type { TablesOf } from "./declared-tables.ts";
import { type DefineKind, type DefineListener, defineKind, defineListener, type Outcome, type Tools } from "./work.ts";

const parse = () => ({ id: 1 });
const run = async () => {};
const apply = async () => {};

// What a kind and a listener need at least.
defineKind({ parse, run });
defineListener({ tables: [], apply });

// @ts-expect-error Arguments come from the database, so what they are has to be looked at: a kind has `parse`.
defineKind({ run });
// @ts-expect-error A kind does something.
defineKind({ parse });
defineKind<{ id: number }>({
  parse,
  // @ts-expect-error It runs with what `parse` gives.
  run: async ({ name }) => void name,
});
// @ts-expect-error There are two places to run at.
defineKind({ parse, run, place: "popup" });
// @ts-expect-error A retry says how it waits.
defineKind({ parse, run, retry: { delayMs: 1 } });
// @ts-expect-error A retry doubles its wait, and knows no other way.
defineKind({ parse, run, retry: { delayMs: 1, maxMs: 2, wait: "linear" } });
// @ts-expect-error What is to be written is a function, to be called within the transaction that ends the job.
defineKind({ parse, run: async () => ({ commit: Promise.resolve() }) });
// @ts-expect-error How a job failed is a kind, which chooses the retry, and a message.
const failed: Outcome = { error: "no answer" };
// @ts-expect-error Whether another attempt is of use is said where it is of none, and nowhere else.
const last: Outcome = { final: false };
// @ts-expect-error Why a job is put off is a kind and a message, like an error.
const later: Outcome = { putOff: { kind: "offline" } };
// @ts-expect-error What lets it run at once is one of those that are told of.
const hastened: Outcome = { putOff: { kind: "offline", message: "", hastenedBy: ["weather"] } };
// @ts-expect-error What lets it run at once may be more than one.
const hastenedByOne: Outcome = { putOff: { kind: "offline", message: "", hastenedBy: "network" } };
// @ts-expect-error A commit asks for jobs of a kind.
const follows: Outcome = { commit: async ({ enqueue }) => void (await enqueue({ key: "next" })) };
// @ts-expect-error A listener says which tables it writes: its effect and its mark are one transaction.
defineListener({ apply });
// @ts-expect-error A listener does something with what it hears.
defineListener({ tables: [] });
// @ts-expect-error Where it hears is decided by how much there is to hear: a number of events.
defineListener({ tables: [], apply, heavyFrom: "heavy" });
// @ts-expect-error A new listener begins at the first event, at the head of the log, or nowhere.
defineListener({ tables: [], apply, from: "yesterday" });
defineListener<{ kind: "added" }>({
  tables: [],
  apply: async (events) => {
    // @ts-expect-error It hears the events of its type.
    void (events[0]?.kind === "removed");
  },
});

// An application with tables of its own.
type Shop = Dexie & { orders: Table<{ item: string }, number>; bills: Table<{ sum: number }, number>; log: Table<{ sold: string }, number> };
declare const shop: Shop;
declare function deliver(db: TablesOf<Shop, "orders">): Promise<void>;
declare function charge(db: TablesOf<Shop, "orders" | "bills">): Promise<void>;
declare function chargeLater(cause: unknown, tools: Tools<TablesOf<Shop, "orders" | "bills">>): Promise<void>;
declare function chargeHeard(events: unknown, tools: Tools<TablesOf<Shop, "orders" | "bills">> & { of: string }): Promise<void>;
declare function charged(): Outcome<TablesOf<Shop, "orders" | "bills">>;
const defineShopKind: DefineKind<Shop> = defineKind;
const defineShopListener: DefineListener<Shop, { sold: string }> = defineListener;

// The whole database fits, and so do more tables than are asked for, and a transaction within the engine's.
void deliver(shop);
defineShopKind({
  parse,
  tables: ["orders", "bills"],
  run: async ({ id }) => ({
    async commit({ db }) {
      await deliver(db);
      await charge(db);
      await db.transaction("rw", [db.orders, db.bills], async () => db.orders.add({ item: "tea" }, id));
    },
  }),
});
defineShopKind({ parse, tables: ["bills", "orders", "log"], run: async () => charged() });
defineShopKind({ parse, run, tables: ["orders", "bills"], onPutOff: chargeLater, onRefused: chargeLater });
defineShopListener({ tables: ["orders"], apply: async ([event], { db }) => void (await db.orders.add({ item: event?.sold ?? "" })) });

// @ts-expect-error A commit has the tables that its kind declares: any other is not part of the transaction.
defineShopKind({ parse, tables: ["orders"], run: async () => ({ commit: async ({ db }) => void (await db.bills.clear()) }) });
// @ts-expect-error A kind that declares none has none.
defineShopKind({ parse, run: async () => ({ commit: async ({ db }) => void (await db.orders.clear()) }) });
// @ts-expect-error What its commit calls has no others either.
defineShopKind({ parse, tables: ["orders"], run: async () => ({ commit: ({ db }) => charge(db) }) });
// @ts-expect-error Nor has a commit that was made elsewhere, of what another kind declares.
defineShopKind({ parse, tables: ["orders"], run: async () => charged() });
// @ts-expect-error Where the results could not be written it is the same transaction.
defineShopKind({ parse, run, tables: ["orders"], onRefused: (_, { db }) => charge(db) });
// @ts-expect-error And a function that was made elsewhere has no others there either.
defineShopKind({ parse, run, tables: ["orders"], onRefused: chargeLater });
// @ts-expect-error Where it was put off it is the same transaction, too.
defineShopKind({ parse, run, tables: ["orders"], onPutOff: (_, { db }) => charge(db) });
// @ts-expect-error And a function that was made elsewhere has no others there either.
defineShopKind({ parse, run, tables: ["orders"], onPutOff: chargeLater });
// @ts-expect-error A transaction within the engine's is on tables of that one.
defineShopKind({ parse, tables: ["orders"], run: async () => ({ commit: ({ db }) => db.transaction("rw", [shop.bills], async () => {}) }) });
// @ts-expect-error Nor does it name a table, which nobody could look up.
defineShopKind({ parse, tables: ["orders"], run: async () => ({ commit: ({ db }) => db.transaction("rw", ["orders"], async () => {}) }) });
// @ts-expect-error What is declared is a table.
defineShopKind({ parse, run, tables: ["sales"] });
// @ts-expect-error A table that cannot be known when this is compiled cannot be counted on.
defineShopKind({ parse, run, tables: ["orders"] as string[] });
// @ts-expect-error A listener has the tables that it declares: any other is not part of the transaction.
defineShopListener({ tables: ["orders"], apply: async (_, { db }) => void (await db.bills.clear()) });
// @ts-expect-error One that declares none has none.
defineShopListener({ tables: [], apply: async (_, { db }) => void (await db.orders.clear()) });
// @ts-expect-error What it calls has no others either.
defineShopListener({ tables: ["orders"], apply: (_, { db }) => charge(db) });
// @ts-expect-error Nor has a function that was made elsewhere.
defineShopListener({ tables: ["orders"], apply: chargeHeard });

export { failed, follows, hastened, hastenedByOne, last, later };
