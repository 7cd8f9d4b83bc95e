import { answer } from "./answer.ts";

/** For tests: what it writes where all is well. */
export async function scout(...args: string[]) {
  const { stdout, stderr, code } = await answer(args);
  if (stderr !== "" || code !== 0) throw new Error(`scout ${args.join(" ")} ended with ${code}: ${stderr}`);
  return JSON.parse(stdout);
}
