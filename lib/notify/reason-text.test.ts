import { expect, it } from "vitest";
import { speak } from "../../test/speak.ts";
import { explainReason } from "../watch/explaining/explain-reason.ts";
import type { Reason } from "../watch/watch.ts";
import { reasonText } from "./reason-text.ts";

/** One of each kind; the type sees to it that none lacks. */
const REASONS: { [Kind in Reason["kind"]]: Reason & { kind: Kind } } = {
  paper: { kind: "paper", watched: "P2300", found: "P2300R10" },
  author: { kind: "author", watched: "Kuhl", found: "Dietmar Kühl" },
  title: { kind: "title", watched: "execut*", found: "Executors" },
  audience: { kind: "audience", watched: "LEWG", found: "LEWG" },
  rule: { kind: "rule", watched: "author:Kuhl title:execut*", found: "Dietmar Kühl, “Executors”" },
  mention: { kind: "mention", watched: "Sutter | Herb Sutter", found: "Herb Sutter" },
  "near-frontier": { kind: "near-frontier", watched: "", found: "D4100R0" },
  "any-draft": { kind: "any-draft", watched: "", found: "D1234R5" },
  published: { kind: "published", watched: "D2300R11", found: "P2300R11" },
};

it.each(Object.values(REASONS))("$kind reads in the texts as it does at the terminal", (reason) => {
  expect(reasonText(reason, speak)).toBe(explainReason(reason));
});
