import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";

export const ROOT = resolve(import.meta.dirname, "../..");
export const LOGS = join(ROOT, ".output/logs");

const TAIL_LINES = 40;
const MINUTE = 60_000;

const SIGNALS = /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * Runs a program in the project's folder, or another one, without input, its output in .output/logs/<name>.log. It and what it started
 * are ended when the limit is over or this process ends.
 * @param {string} name
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string>, limitMs?: number }} [options]
 * @returns {Promise<{ ok: boolean, stdout: string, tail: string }>} `tail`: the last lines and where the rest is, to show a person
 */
export async function runLogged(name, program, args, { cwd = ROOT, env = {}, limitMs = 10 * MINUTE } = {}) {
  mkdirSync(LOGS, { recursive: true });
  const file = join(LOGS, `${name}.log`);
  const log = createWriteStream(file);
  let stdout = "";
  let all = "";
  const windows = process.platform === "win32";
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that nothing it starts outlives it.
    detached: !windows,
  });
  const release = endTogether(child);
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout += text;
    all += text;
    log.write(text);
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    all += text;
    log.write(text);
  });
  const limit = setTimeout(() => {
    all += `\nended: it took longer than ${limitMs / MINUTE} minutes\n`;
    endWithDescendants(child);
  }, limitMs);
  const code = await new Promise((done) => {
    child.on("error", (error) => {
      all += `${error.message}\n`;
      done(undefined);
    });
    child.on("close", done);
  });
  clearTimeout(limit);
  release();
  log.end();
  const lines = all.trimEnd().split("\n").slice(-TAIL_LINES);
  return { ok: code === 0, stdout, tail: [...lines.map((line) => `  | ${line}`), `  (all of it: ${relative(ROOT, file)})`].join("\n") };
}

/**
 * Runs npm as `runLogged` does: the npm that started this process where there is one.
 * @param {string} name
 * @param {string[]} args
 * @param {Parameters<typeof runLogged>[3]} [options]
 */
export function runNpm(name, args, options) {
  const npm = process.env.npm_execpath;
  if (npm) return runLogged(name, process.execPath, [npm, ...args], options);
  // Windows starts a .cmd file through its shell only.
  return process.platform === "win32" ? runLogged(name, "cmd.exe", ["/c", "npm", ...args], options) : runLogged(name, "npm", args, options);
}

/**
 * Ends the child when this process ends, whatever ends it; gives what undoes that.
 * @param {import("node:child_process").ChildProcess} child
 */
function endTogether(child) {
  const onExit = () => endWithDescendants(child);
  const onSignal = () => process.exit(130);
  process.on("exit", onExit);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return () => {
    process.off("exit", onExit);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  };
}

/** @param {import("node:child_process").ChildProcess} child */
function endWithDescendants(child) {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (process.platform === "win32") {
    spawn("taskkill", ["/pid", String(child.pid), "/t", "/f"]);
    return;
  }
  try {
    process.kill(-child.pid, "SIGTERM");
  } catch (error) {
    // It ended in this very moment.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "ESRCH") throw error;
  }
}
