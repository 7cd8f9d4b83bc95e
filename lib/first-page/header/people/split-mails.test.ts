import { expect, it } from "vitest";
import { splitMails } from "./split-mails.ts";

it.each([
  ["", []],
  [" ", []],
  ["Ada", [{ text: "Ada" }]],
  ["ada@example.org", [{ mail: "ada@example.org" }]],
  ["Ada <ada@example.org>, Kurt", [{ text: "Ada " }, { mail: "ada@example.org" }, { text: ", Kurt" }]],
  ["Ada ada{at}example[dotorg]", [{ text: "Ada  " }, { mail: "ada@example.org" }]],
  ["Ada ada @ example.org", [{ text: "Ada  " }, { mail: "ada@example.org" }]],
  ["Ada <mailto:ada@example.org>", [{ text: "Ada " }, { mail: "ada@example.org" }]],
  ["Ada <MAILTO:ada@example.org>", [{ text: "Ada " }, { mail: "ada@example.org" }]],
  ["a@b.org c@d.org", [{ mail: "a@b.org" }, { mail: "c@d.org" }]],
  ["{a, b}@c.org", [{ mail: "a@c.org" }, { mail: "b@c.org" }]],
  ["{a} @ c.org", [{ mail: "a@c.org" }]],
  ["ada dot lovelace at example dot org", [{ mail: "ada.lovelace@example.org" }]],
  ["Ada DOT Lovelace AT example DOT org", [{ mail: "Ada.Lovelace@example.org" }]],
  ["ada (at) example.org", [{ mail: "ada@example.org" }]],
  ["ada[at]example[dot]org, Kurt", [{ mail: "ada@example.org" }, { text: " , Kurt" }]],
  ["ada <at> example (dot) org", [{ mail: "ada@example.org" }]],
  ["work at once", [{ text: "work at once" }]],
])("%j is %j", (line, pieces) => {
  expect(splitMails(line)).toEqual(pieces);
});

it.each([
  ["a name of 64 letters", `${"a".repeat(64)}@b.org`, `${"a".repeat(64)}@b.org`],
  ["the last 64 of a longer one", `${"a".repeat(65)}@b.org`, `${"a".repeat(64)}@b.org`],
  ["a host of 100 letters", `a@${"b".repeat(100)}`, `a@${"b".repeat(100)}`],
  ["the first 100 of a longer one", `a@${"b".repeat(101)}`, `a@${"b".repeat(100)}`],
])("of what is endless it takes %s", (_, line, mail) => {
  expect(splitMails(line)).toContainEqual({ mail });
});
