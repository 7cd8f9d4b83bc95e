import { expect, it } from "vitest";
import { readDevOptions } from "./dev-options.mjs";

it.each<[string[], object]>([
  [[], { options: { browser: "chrome", headless: false, live: false } }],
  [["--browser", "firefox", "--headless", "--live"], { options: { browser: "firefox", headless: true, live: true } }],
  // As npm run dev:firefox -- --browser chrome comes.
  [["--browser", "firefox", "--browser", "chrome"], { options: { browser: "chrome", headless: false, live: false } }],
  [["--port", "4000"], { options: { browser: "chrome", headless: false, live: false, port: 4000 } }],
  [["--help"], { help: true }],
])("takes %j", (args, asked) => {
  expect(readDevOptions(args)).toEqual(asked);
});

it.each([
  [["--browser", "opera"], '"opera"'],
  [["--port", "http"], '"http"'],
  [["--port", "0"], '"0"'],
  [["--port", "65536"], '"65536"'],
  [["--loud"], "--loud"],
  [["stray"], "stray"],
])("says in one line what is wrong with %j", (args, told) => {
  const asked = readDevOptions(args);
  expect(asked).toEqual({ problem: expect.stringContaining(told) });
  expect(JSON.stringify(asked)).not.toContain("\\n");
});
