import { expect, it } from "vitest";
import { samplePaper } from "../watch/sample-paper.ts";
import { formatWatch } from "../watch/syntax/format-watch.ts";
import { watchesFor } from "./watches-for.ts";

const found = [
  samplePaper("P2300R10", { title: "Executors", authors: ["Ada Lovelace", "Grace Hopper"] }),
  samplePaper("P2999R0", { title: "Lovelace’s executors", authors: ["Ada Lovelace"] }),
  samplePaper("P3000R0", { title: "Ranges", authors: ["Emmy Noether", "Fritz Noether"] }),
];

it.each<[query: string, watches: string[]]>([
  ["lovelace", ["author:Ada Lovelace", "title:lovelace"]],
  ["noether", ["author:noether"]],
  ["executor", ["title:executor"]],
  ["P5001", ["P5001"]],
  ["P2300R10", ["P2300"]],
  ["author:Hopper -audience:SG1", ["author:Hopper -audience:SG1"]],
  ["LEWG", ["audience:LEWG"]],
  ["P2300, P2999", ["P2300", "P2999"]],
  ["P8001, P8002, P8003, P8004, P8005", ["P8001", "P8002", "P8003", "P8004", "P8005"]],
  ["nobody knows", []],
  ["author:", []],
  ["", []],
])("%j can be watched as %j", (query, watches) => expect(watchesFor(query, found).map(formatWatch)).toEqual(watches));
