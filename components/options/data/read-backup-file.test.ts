import { expect, it } from "vitest";
import { readBackupFile } from "./read-backup-file.ts";

it.each([
  ["", { problem: "empty" }],
  ["\ufeff", { problem: "empty" }],
  ['{\n  "format": paperscout\n}', { problem: "not-json", fault: { line: 2, column: 13 } }],
  ["[]", { problem: "not-a-backup" }],
  ['{"format":"paperscout-backup","version":2}', { problem: "newer-version" }],
])("a file of %j is refused", async (text, refusal) => {
  expect(await readBackupFile(new File([text], "mine.json"))).toEqual({ name: "mine.json", ...refusal });
});

it("a file that is too large is not read", async () => {
  const file = new File([], "mine.json");
  Object.defineProperty(file, "size", { value: 32_000_001 });
  file.text = () => Promise.reject(new Error("It was read."));
  expect(await readBackupFile(file)).toEqual({ name: "mine.json", problem: "too-large" });
});

it("a backup is read, also with a byte order mark", async () => {
  const json = '{"format":"paperscout-backup","version":1,"settings":{"drafts":false}}';
  expect(await readBackupFile(new File([`\ufeff${json}`], "mine.json"))).toMatchObject({
    name: "mine.json",
    json,
    backup: { settings: [{ name: "drafts", value: false }] },
  });
});
