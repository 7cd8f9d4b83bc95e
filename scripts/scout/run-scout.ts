import { spawn } from "node:child_process";
import { join } from "node:path";

/** For tests: runs the command as a person does. */
export function runScout(...args: string[]): Promise<{ stdout: string; stderr: string; code: number | null }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../scout.ts"), ...args]);
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (said.stderr += text));
  return new Promise((resolve) => child.on("close", (code) => resolve({ ...said, code })));
}

/** For tests: what it writes where all is well. */
export async function scout(...args: string[]) {
  const { stdout, stderr, code } = await runScout(...args);
  if (stderr !== "" || code !== 0) throw new Error(`scout ${args.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}
