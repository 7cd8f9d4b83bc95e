import { parseArgs } from "node:util";

export const USAGE = `npm run web -- --index FILE [--port N]

Stands in for wg21.link, isocpp.org and www.open-std.org on this machine.

  --index FILE  published at https://wg21.link/index.json, and again when it changes or on SIGHUP
  --port N      the port of the proxy (any free one)
  --help        this text`;

export type CommandLine = { index: string; port: number } | { help: true } | { problem: string };

/** Reads the arguments after the script's name; a problem is one line for the person who typed them. */
export function readCommandLine(args: string[]): CommandLine {
  const options = { index: { type: "string" }, port: { type: "string", default: "0" }, help: { type: "boolean", default: false } } as const;
  let values: { index?: string; port: string; help: boolean };
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: error.message.split("\n", 1)[0] ?? "" };
  }
  if (values.help) return { help: true };
  if (!values.index) return { problem: "--index FILE is missing" };
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port > 65_535) return { problem: `--port takes a number from 0 to 65535, not "${values.port}"` };
  return { index: values.index, port };
}
