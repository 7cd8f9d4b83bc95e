import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { isFeedAddress, isNamedHost } from "../terms/hosts.ts";
import { heldTo } from "./held-to.ts";

afterEach(() => vi.unstubAllGlobals());

/** What was asked, of a web that redirects to `leadsTo`. */
function web(leadsTo?: string) {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return Object.defineProperty(new Response("x"), "url", { value: leadsTo ?? url });
  });
  return asked;
}

describe("a fetch that is held to the named hosts", () => {
  it.each(["https://wg21.link/index.json", "https://isocpp.org/files/papers/D1R0.pdf", "https://www.open-std.org/jtc1/"])("asks %s", async (url) => {
    const asked = web();
    expect(await (await heldTo(isNamedHost)(url)).text()).toBe("x");
    expect(asked).toEqual([url]);
  });

  it.each(["http://wg21.link/", "https://wg21.link:8443/", "https://wg21.link.example/", "https://scout.example/head.json", "https://open-std.org/"])(
    "does not ask %s",
    async (url) => {
      const asked = web();
      await expect(heldTo(isNamedHost)(url)).rejects.toThrow("Not to be asked");
      expect(asked).toEqual([]);
    },
  );

  it("gives nothing that a redirect brought from elsewhere", async () => {
    web("https://elsewhere.example/index.json");
    await expect(heldTo(isNamedHost)("https://wg21.link/index.json")).rejects.toThrow("Not to be asked");
  });
});

it.each([
  ["https://scout.example/head.json", true],
  ["http://127.0.0.1:8080/head.json", true],
  ["http://localhost/head.json", true],
  ["http://scout.example/head.json", false],
  ["http://127.0.0.1.example/head.json", false],
  ["ftp://scout.example/head.json", false],
  ["data:application/json,{}", false],
])("a feed at %s: %s", (url, expected) => {
  expect(isFeedAddress(new URL(url))).toBe(expected);
});

it("nothing else in the product asks anybody", () => {
  const root = resolve(import.meta.dirname, "../..");
  const sources = ["lib", "components", "entrypoints"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => /(?<!\.test|\.test-d)\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
  const asks = /(?<![.\w])fetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/;
  const asking = sources.filter((name) => !name.startsWith("lib/headless") && asks.test(readFileSync(join(root, name), "utf8")));
  expect(asking.map((name) => name.replaceAll("\\", "/"))).toEqual(["lib/net/held-to.ts"]);
});
