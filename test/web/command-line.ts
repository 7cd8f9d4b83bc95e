import { parseArgs } from "node:util";
import type { FilesToServe } from "./serve-files.ts";

export const USAGE = `npm run web -- --index FILE [--drafts FOLDER] [--listing FILE --year YYYY] [--port N]

Stands in for wg21.link, isocpp.org and www.open-std.org on this machine.

  --index FILE     published at https://wg21.link/index.json
  --drafts FOLDER  its files (D4123R0.pdf, ...) published at https://isocpp.org/files/papers/, with the dates of their last change
  --listing FILE   an HTML page published at https://www.open-std.org/jtc1/sc22/wg21/docs/papers/YYYY/
  --year YYYY      the year of the listing
  --port N         the port of the proxy (any free one)
  --help           this text

What changes on the disk is published again, at the latest on SIGHUP.`;

export interface WhatToServe extends FilesToServe {
  port: number;
}

export type CommandLine = WhatToServe | { help: true } | { problem: string };

/** Reads the arguments after the script's name; a problem is one line for the person who typed them. */
export function readCommandLine(args: string[]): CommandLine {
  const options = {
    index: { type: "string" },
    drafts: { type: "string" },
    listing: { type: "string" },
    year: { type: "string" },
    port: { type: "string", default: "0" },
    help: { type: "boolean", default: false },
  } as const;
  let values: { index?: string; drafts?: string; listing?: string; year?: string; port: string; help: boolean };
  try {
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { problem: error.message.split("\n", 1)[0] ?? "" };
  }
  const { index, drafts, listing, year, port, help } = values;
  if (help) return { help: true };
  if (!index) return { problem: "--index FILE is missing" };
  if (drafts === "") return { problem: "--drafts takes a folder" };
  if (!listing !== (year === undefined)) return { problem: "--listing FILE and --year YYYY go together" };
  if (year !== undefined && !/^\d{4}$/.test(year)) return { problem: `--year takes four digits, not "${year}"` };
  if (!/^\d+$/.test(port) || Number(port) > 65_535) return { problem: `--port takes a number from 0 to 65535, not "${port}"` };
  return { index, drafts, listing: listing ? { file: listing, year: Number(year) } : undefined, port: Number(port) };
}
