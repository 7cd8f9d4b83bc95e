import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Answered, Asked } from "./test-runner.ts";

const NOT_COPIED = new Set(["node_modules", ".git", ".output"]);

/** A copy of the checkout, of which the files may be changed, and a process that runs its tests. */
export interface Workshop {
  /** Writes a file of the copy. */
  write(file: string, text: string): void;
  /** Runs one file of tests; what takes longer is broken off and has failed as "took too long". */
  run(test: string, limitMs: number): Promise<Answered>;
  close(): void;
}

/** Opens a workshop in the temporary folder of the system. */
export function openWorkshop(root: string, environment: Record<string, string>): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "paperscout-mutants-"));
  cpSync(root, folder, { recursive: true, filter: (path) => !NOT_COPIED.has(relative(root, path)) });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  let runner: ChildProcess | undefined;
  let written: string[] = [];

  async function started(): Promise<ChildProcess> {
    if (runner) return runner;
    runner = fork(join(folder, "test/bench/mutants/test-runner.ts"), {
      cwd: folder,
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    written = [];
    const [said] = await Promise.race([once(runner, "message"), once(runner, "exit").then(() => ["ended"])]);
    if (said !== "ready") throw new Error("Vitest did not start.");
    return runner;
  }

  return {
    write(file, text) {
      writeFileSync(join(folder, file), text);
      written.push(join(folder, file));
    },
    async run(test, limitMs) {
      const begun = performance.now();
      const child = await started();
      const answer = new Promise<Answered>((resolve) => {
        const over = (failed: string) => {
          stop();
          child.kill("SIGKILL");
          runner = undefined;
          resolve({ failed, reached: [], ms: performance.now() - begun });
        };
        const timer = setTimeout(() => over("took too long"), limitMs);
        const onExit = () => over("ended the process");
        const onMessage = (answered: Answered) => {
          stop();
          resolve(answered);
        };
        const stop = () => {
          clearTimeout(timer);
          child.off("exit", onExit).off("message", onMessage);
        };
        child.on("exit", onExit).on("message", onMessage);
      });
      child.send({ test, written: written.splice(0) } satisfies Asked);
      return answer;
    },
    close() {
      runner?.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
