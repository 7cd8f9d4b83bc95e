import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const run = (...args: string[]) => spawnSync(process.execPath, ["scripts/bench.mjs", ...args], { encoding: "utf8" });

it.each(["kill", "names", "swarm"])("%s tells how to ask for it, before it does anything", (name) => {
  const { status, stdout } = run(name, "--help");
  expect(stdout).toMatch(new RegExp(`^npm run bench -- ${name} .*--json\\]`, "s"));
  expect(status).toBe(0);
});

it.each([
  [["kill", "--nonsense"], /^Unknown option '--nonsense'/],
  [["freshness", "--loud"], /^Unknown option '--loud'/],
  [["kill", "--kills", "many"], /^--kills is a number from 1 on, not "many"\./],
  [["kill", "--browser", "lynx"], /^There is no browser lynx\./],
])("%j is refused with what is wrong and how to ask", (args, problem) => {
  const { status, stdout, stderr } = run(...args);
  expect(stderr).toMatch(problem);
  expect(stderr).toContain(`\n\nnpm run bench -- ${args[0]} [--`);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});
