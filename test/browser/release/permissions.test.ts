import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { versionOf } from "../../../scripts/package/package-names.ts";
import { buildOf } from "../browsers/launch-extension.ts";
import { BROWSERS } from "../browsers/with-extension.ts";

const ROOT = join(import.meta.dirname, "../../..");
const manifests = BROWSERS.map((browser) => JSON.parse(readFileSync(join(buildOf(browser), "manifest.json"), "utf8")));
const asked = [...new Set(manifests.flatMap((manifest) => [...manifest.permissions, ...manifest.host_permissions]))].sort();

it.each(["docs/store/permissions.md", "README.md"])("%s gives a reason for each permission that the builds ask for, and for no other", (path) => {
  const rows = [...readFileSync(join(ROOT, path), "utf8").matchAll(/^\| `([a-zA-Z]+|https:[^`]+)`[^|]* \| (.+) \|$/gm)];
  expect(rows.map(([, name]) => name).sort()).toEqual(asked);
  for (const [, name, reason = ""] of rows) expect(reason.length, name).toBeGreaterThan(8);
});

it("docs/store/permissions.md explains each source that the security rule lets pass, and how old a browser may be", () => {
  const text = readFileSync(join(ROOT, "docs/store/permissions.md"), "utf8");
  for (const { content_security_policy, minimum_chrome_version, browser_specific_settings } of manifests) {
    const rules: string[] = content_security_policy.extension_pages.split("; ");
    for (const [name = "", ...sources] of rules.map((rule) => rule.split(" "))) {
      for (const source of sources) expect(text, name).toMatch(new RegExp(`^\\| .*\`(?:${name} )?${RegExp.escape(source)}\``, "m"));
    }
    expect(text).toContain(
      minimum_chrome_version
        ? `\`minimum_chrome_version\` ${minimum_chrome_version}`
        : `\`strict_min_version\` ${browser_specific_settings.gecko.strict_min_version}`,
    );
  }
});

it("both builds have the version of package.json", () => {
  expect(manifests.map(({ version }) => version)).toEqual([versionOf(ROOT), versionOf(ROOT)]);
});
