import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { versionOf } from "../../scripts/package/package-names.ts";

const ROOT = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");

it("the version of package.json is that of the lock file, and the newest of the changelog, with its day", () => {
  const version = versionOf(ROOT);
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const lock = JSON.parse(read("package-lock.json"));
  expect([lock.version, lock.packages[""].version]).toEqual([version, version]);
  const [newest = ""] = read("CHANGELOG.md").match(/^## .*$/m) ?? [];
  expect(newest).toMatch(/^## \d+\.\d+\.\d+, \d{4}-\d{2}-\d{2}$/);
  expect(newest).toContain(`## ${version},`);
});

it("nothing else that makes a manifest says a version of its own", () => {
  expect(read("wxt.config.ts")).not.toMatch(/\bversion(?:_name)?:/);
});
