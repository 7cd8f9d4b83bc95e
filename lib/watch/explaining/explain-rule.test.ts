import { expect, it } from "vitest";
import { speak } from "../../../test/speak.ts";
import { parseWatch } from "../syntax/parse-watch.ts";
import { explainRule } from "./explain-rule.ts";

it.each([
  ["author:Niebler title:executor -audience:SG1", "papers by Niebler with “executor” in the title, but not for SG1"],
  ["kind:draft LEWG", "drafts for LEWG"],
  ["kind:draft", "drafts"],
  ["author:Sy Brand | Simon Brand -title:ranges", "papers by Sy Brand or Simon Brand, but not with “ranges” in the title"],
  ["author:Lovelace author:Hopper", "papers by Hopper and Lovelace"],
  ["author:Lovelace -author:Hopper -SG1 -kind:draft", "papers by Lovelace, but not by Hopper, for SG1, or drafts"],
  ["title:std::execution sender* -kind:paper", "papers with “std::execution” and “sender*” in the title, but not published papers"],
  ["2300 -kind:draft", "papers of the number P2300, but not drafts"],
  ["author:Lovelace", "papers by Lovelace"],
  ["LEWG", "papers for LEWG"],
])("%s: %s", (text, words) => {
  const parsed = parseWatch(text);
  if (!parsed.ok) throw new Error(parsed.problem);
  expect(explainRule(parsed.watch, speak)).toBe(words);
});
