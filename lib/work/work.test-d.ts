import { defineKind, defineListener, type Outcome } from "./work.ts";

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
// @ts-expect-error What is to be written is a function, to be called within the transaction that ends the job.
defineKind({ parse, run: async () => ({ commit: Promise.resolve() }) });
// @ts-expect-error How a job failed is a kind, which chooses the retry, and a message.
const failed: Outcome = { error: "no answer" };
// @ts-expect-error Whether another attempt is of use is said where it is of none, and nowhere else.
const last: Outcome = { final: false };
// @ts-expect-error A commit asks for jobs of a kind.
const follows: Outcome = { commit: async ({ enqueue }) => void (await enqueue({ key: "next" })) };
// @ts-expect-error A listener says which tables it writes: its effect and its mark are one transaction.
defineListener({ apply });
// @ts-expect-error A listener does something with what it hears.
defineListener({ tables: [] });
// @ts-expect-error A new listener begins at the first event, at the head of the log, or nowhere.
defineListener({ tables: [], apply, from: "yesterday" });
defineListener<{ kind: "added" }>({
  tables: [],
  apply: async (events) => {
    // @ts-expect-error It hears the events of its type.
    void (events[0]?.kind === "removed");
  },
});

export { failed, follows, last };
