/** One safeguard taken out of the code, and the invariant that must break without it. */
export interface Mutant {
  safeguard: string;
  /** Below lib. */
  file: string;
  /** Stands there exactly once. */
  code: string;
  instead: string;
  breaks: string;
}

export const MUTANTS: Mutant[] = [
  {
    safeguard: "the fencing token",
    file: "work/finish.ts",
    code: "if (!isLeased(job) || job.token !== held.job.token) return noteFenced",
    instead: "if (!job) return noteFenced",
    breaks: "I4",
  },
  {
    safeguard: "the sweep",
    file: "work/claim.ts",
    code: "await sweep(db, dead, now)",
    instead: 'await db.jobs.where("until").above(0).toArray()',
    breaks: "I8",
  },
  {
    safeguard: "the joint transaction of mark and effect",
    file: "work/listen.ts",
    code: `    await move(db, batch, work.world.now() - start, work.world.now());
    return true;
  });`,
    instead: `    return batch;
  }).then(async (batch) => batch && (await transact(work, "step", TABLES, (db) => move(db, batch, 0, work.world.now())), true));`,
    breaks: "I5",
  },
  {
    safeguard: "the lane's rows",
    file: "work/extend.ts",
    code: "if (!lane || now < job.startedAt) return;",
    instead: "if (lane || !lane) return;",
    breaks: "I3",
  },
  {
    safeguard: "the pessimistic sweep",
    file: "work/sweep.ts",
    code: "if (row) await db.lanes.put(rested(row, lastMoment));",
    instead: "void [row, lastMoment];",
    breaks: "I3",
  },
  {
    safeguard: "the look at the lease right before sending",
    file: "work/send.ts",
    code: 'if (now >= held.until || now < held.job.startedAt - REQUEST_MS) throw new Stopped("The lease ended before the request was sent.");',
    instead: "",
    breaks: "I3",
  },
  {
    safeguard: "names made of content",
    file: "notify/compose-notification.ts",
    code: "export function notificationId(",
    instead: "let count = 0;\nexport const notificationId = () => String(count++);\nexport function formerNotificationId(",
    breaks: "I11",
  },
];
