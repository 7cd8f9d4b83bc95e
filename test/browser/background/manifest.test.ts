import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { LANGUAGES } from "../../languages/languages.ts";
import { BROWSERS } from "../browsers/with-extension.ts";

it.each(BROWSERS)("the build for %s asks for no more than it says, and widens nothing", (browser) => {
  const folder = join(import.meta.dirname, `../../../.output/${browser}-mv3`);
  const manifest = JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8"));
  expect(manifest.manifest_version).toBe(3);
  expect(manifest.permissions.toSorted()).toEqual([
    "alarms",
    "contextMenus",
    "notifications",
    ...(browser === "chrome" ? ["offscreen"] : []),
    "storage",
    "unlimitedStorage",
  ]);
  expect(manifest.host_permissions.toSorted()).toEqual(["https://isocpp.org/*", "https://wg21.link/*", "https://www.open-std.org/*"]);
  expect(manifest.content_security_policy).toEqual({
    extension_pages: "script-src 'self'; object-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
  });
  expect(manifest.omnibox).toEqual({ keyword: "wg21" });
  for (const absent of ["content_scripts", "externally_connectable", "web_accessible_resources", "optional_permissions"]) {
    expect(manifest[absent], absent).toBeUndefined();
  }
  expect(manifest).toMatchObject({ default_locale: "en", name: "__MSG_extensionName__", description: "__MSG_extensionDescription__" });
  for (const language of LANGUAGES) expect(existsSync(join(folder, "_locales", language, "messages.json")), language).toBe(true);
  if (browser === "chrome") expect(manifest.minimum_chrome_version).toBe("137");
  else expect(manifest.browser_specific_settings.gecko).toMatchObject({ strict_min_version: "140.0", data_collection_permissions: { required: ["none"] } });
  // A store refuses code made from text; nothing here needs it.
  expect(readFileSync(join(folder, "background.js"), "utf8")).not.toMatch(/\bnew Function\(|[^.\w]eval\(/);
});
