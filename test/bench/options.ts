import { type ParseArgsConfig, parseArgs } from "node:util";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** Of every bench. */
const OWN = { json: { type: "boolean", default: false }, help: { type: "boolean", default: false } } as const;

/** What was asked of a bench on its command line. With --help it tells how to ask and ends the process, and so it does where something is not understood. */
export function readOptions<const T extends Options>(usage: string, options: T): ReturnType<typeof parseArgs<{ options: T & typeof OWN }>>["values"] {
  try {
    const { values } = parseArgs<{ options: T & typeof OWN }>({ options: { ...options, ...OWN } });
    if (!(values as { help?: boolean }).help) return values;
  } catch (error) {
    refuse(error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : String(error), usage);
  }
  console.log(usage);
  process.exit(0);
}

/** The number that was asked for, at least 1; else tells how to ask and ends the process. */
export function readCount(name: string, value: string, usage: string): number {
  const count = Number(value);
  return Number.isSafeInteger(count) && count > 0 ? count : refuse(`--${name} is a number from 1 on, not "${value}".`, usage);
}

/** Says what is wrong and how to ask, and ends the process. */
export function refuse(problem: string, usage: string): never {
  console.error(`${problem}\n\n${usage}`);
  process.exit(2);
}
