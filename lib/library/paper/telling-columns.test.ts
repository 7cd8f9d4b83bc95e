import { expect, it } from "vitest";
import { tellingColumns } from "./telling-columns.ts";

it.each([
  [[], []],
  [[{ date: "2024", title: "" }], ["date"]],
  [
    [
      { date: "2024", title: "A" },
      { date: "2025", title: "A" },
    ],
    ["date"],
  ],
  [
    [
      { date: "", title: "A" },
      { date: "", title: "" },
    ],
    ["title"],
  ],
])("%j is told apart by %j", (rows, columns) => expect([...tellingColumns(rows as Record<"date" | "title", string>[])]).toEqual(columns));
