import { spawn } from "node:child_process";

const LOOPS = 4;

/**
 * Keeps the machine busy with other things, as it often is, until the function it gives is called or this process ends.
 * @returns {() => void}
 */
export function startBusyLoops() {
  const loops = Array.from({ length: LOOPS }, () => spawn(process.execPath, ["-e", "for (;;);"], { stdio: "ignore" }));
  const end = () => {
    for (const loop of loops) loop.kill("SIGKILL");
  };
  process.on("exit", end);
  return end;
}
