import { type ParseArgsConfig, parseArgs } from "node:util";
import { BadInput } from "../bad-input.ts";

/** node:util's parseArgs, with its complaints about what was typed as BadInput of one line. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new BadInput(`${error.message.split("\n", 1)[0]}; npm run -s scout -- help tells what can be given`);
  }
}

/** The arguments of a verb that takes nothing but so many file names. */
export function readFileNames(args: string[], wanted: string[]): string[] {
  const { positionals } = readArguments({ args, options: {}, allowPositionals: true });
  if (positionals.length === wanted.length) return positionals;
  const given = positionals.length === 0 ? "none" : positionals.join(" ");
  throw new BadInput(`give ${wanted.join(" and ")}, ${wanted.length === 1 ? "one file" : "two files"} (given: ${given})`);
}
