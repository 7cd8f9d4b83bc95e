import { spawn } from "node:child_process";
import { join } from "node:path";
import { ROOT } from "./run-logged.mjs";

/**
 * Lets this Node go on with a script of the project, whose terminal is ours; gives its exit code. Should this process be
 * killed, the script hears "disconnect".
 * @param {string} node
 * @param {string} script
 * @param {string[]} args
 * @returns {Promise<number>}
 */
export function handOver(node, script, args) {
  const child = spawn(node, [join(ROOT, script), ...args], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  // A terminal sends its signals to both, who sends one by hand only to this process. The script ends what it started and then itself.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => child.kill(signal));
  return new Promise((done, fail) => {
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}
