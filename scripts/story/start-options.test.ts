import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readStartOptions } from "./start-options.mjs";

const folder = mkdtempSync(join(tmpdir(), "start-"));
afterAll(() => rmSync(folder, { recursive: true }));
const [index, list, broken] = ["index.json", "list.json", "broken.json"].map((name) => join(folder, name)) as [string, string, string];
writeFileSync(index, "{}");
writeFileSync(list, "[]");
writeFileSync(broken, "{");

describe("the options of npm start", () => {
  it.each<[string[], object]>([
    [[], { headless: false, live: false }],
    [["--browser", "firefox", "--headless"], { browser: "firefox", headless: true, live: false }],
    [["--live"], { headless: false, live: true }],
    [["--shared", "--headless"], { headless: true, live: false, shared: true }],
    [["--index", index, "--next", index], { index, next: index, headless: false, live: false }],
  ])("%j", (args, options) => expect(readStartOptions(args)).toEqual({ options }));

  it("the last one counts where one is said twice", () => {
    expect(readStartOptions(["--browser", "chrome", "--browser", "firefox"])).toMatchObject({ options: { browser: "firefox" } });
  });

  it("help comes before everything else", () => expect(readStartOptions(["--help", "--browser", "lynx"])).toEqual({ help: true }));

  it.each<[string[], string]>([
    [["--browser", "lynx"], "lynx"],
    [["--loud"], "--loud"],
    [["stray"], "stray"],
    [["--index"], "--index"],
    [["--index", join(folder, "none.json")], "none.json"],
    [["--index", list], "no index"],
    [["--index", broken], "broken.json"],
    [["--index", folder], "cannot be read"],
    [["--next", index], "--index"],
    [["--live", "--index", index], "--live"],
    [["--shared", "--live"], "--shared"],
  ])("%j is a problem told in one line", (args, told) => {
    const asked = readStartOptions(args);
    expect(asked).toEqual({ problem: expect.stringContaining(told) });
    expect(JSON.stringify(asked)).not.toContain("\\n");
  });
});
