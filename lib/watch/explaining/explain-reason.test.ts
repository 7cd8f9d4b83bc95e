import { expect, it } from "vitest";
import type { Reason } from "../watch.ts";
import { explainReason } from "./explain-reason.ts";

it.each<[Reason["kind"], watched: string, found: string, text: string]>([
  ["paper", "P2300", "P2300R10", "P2300"],
  ["paper", "N4950", "N4950", "N4950"],
  ["author", "Kühl", "Kühl", "author Kühl"],
  ["author", "Kuhl", "Eddie Kühl", "author Eddie Kühl (watched: Kuhl)"],
  ["author", "Sy Brand | Simon Brand", "Simon Brand", "author Simon Brand"],
  ["author", "Sy Brand | Simon Brand", "S. Brand", "author S. Brand (watched: Sy Brand | Simon Brand)"],
  ["title", "executor", "executor", "title “executor”"],
  ["title", "std::executor", "std Executor", "title “std Executor”"],
  ["title", "execut*", "Executors", "title “Executors” (watched: execut*)"],
  ["audience", "LEWG", "LEWG", "audience LEWG"],
  ["rule", "author:Kuhl title:execut* -audience:SG1", "Eddie Kühl, “Executors”", "rule: Eddie Kühl, “Executors”"],
  ["mention", "Sutter | Herb Sutter", "Herb Sutter", "mentions Herb Sutter"],
  ["near-frontier", "", "D4100R0", "near the newest numbers"],
  ["any-draft", "", "D1234R5", "new draft"],
  ["published", "D2300R11", "P2300R11", "the draft D2300R11 was published"],
])("%s %j found as %j reads %j", (kind, watched, found, text) => expect(explainReason({ kind, watched, found })).toBe(text));
