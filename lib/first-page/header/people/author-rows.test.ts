import { expect, it } from "vitest";
import type { PageLine } from "../../../document/page-line.ts";
import { findAuthorRows } from "./author-rows.ts";

/** Rows of cells; a text alone is a line outside of tables. */
function taken(...rows: (string | string[])[]): string[] {
  const lines = rows.flatMap((row, group): PageLine[] =>
    typeof row === "string" ? [{ text: row, group }] : row.map((text, column) => ({ text, group, column })),
  );
  return [...findAuthorRows(lines)].map(([{ text }, place]) => `${text}: ${place}`);
}

it.each<[what: string, rows: (string | string[])[], expected: string[]]>([
  [
    "names with addresses",
    [
      ["Ada Vogel", "ada@x.org"],
      ["Bo Lund", "z@x.org"],
    ],
    ["Ada Vogel: author", "ada@x.org: author", "Bo Lund: author", "z@x.org: author"],
  ],
  ["not what stands beside them", [["Ada Vogel", "Grand Foundry", "ada@x.org"]], ["Ada Vogel: author", "Grand Foundry: beside", "ada@x.org: author"]],
  [
    "none where no address goes with a name",
    [
      ["Issue Tracking", "bugs@x.org"],
      ["Mailing List", "all@x.org"],
    ],
    [],
  ],
  [
    "no labels",
    [
      ["Contact", "contact@x.org"],
      ["Reply To", "reply@x.org"],
    ],
    [],
  ],
  ["no names without an address", [["Ada Vogel", "Acme"]], []],
  [
    "rows below their heads",
    [
      ["Name", "Company"],
      ["Ada Vogel", "Acme"],
    ],
    ["Name: beside", "Company: beside", "Ada Vogel: author", "Acme: beside"],
  ],
  [
    "in whatever order",
    [
      ["E-mail", "Author"],
      ["ada@x.org", "Ada"],
    ],
    ["E-mail: beside", "Author: beside", "ada@x.org: author", "Ada: author"],
  ],
  [
    "up to the next label",
    [
      ["Author", "E-mail"],
      ["Ada Vogel", "a@x.org"],
      ["Date", "2024"],
      ["Bo Lund", "Acme"],
    ],
    ["Author: beside", "E-mail: beside", "Ada Vogel: author", "a@x.org: author"],
  ],
  [
    "no head alone",
    [
      ["Author", "Ada Vogel"],
      ["Colour", "red"],
    ],
    [],
  ],
  ["rows below a line of authors", ["Authors:", ["Ada Vogel", "Acme"]], ["Ada Vogel: author", "Acme: beside"]],
  ["not below another line", ["Authors:", "in some order", ["Ada Vogel", "Acme"]], []],
  ["none in lines", ["Ada Vogel", "ada@x.org"], []],
])("takes %s", (_, rows, expected) => expect(taken(...rows)).toEqual(expected));
