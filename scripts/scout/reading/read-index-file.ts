import { readFileSync } from "node:fs";
import { type PaperIndex, readIndex } from "../../../lib/papers/index/read-index.ts";
import { BadInput } from "../bad-input.ts";

/** Reads a file in the form of https://wg21.link/index.json. */
export function readIndexFile(file: string): PaperIndex {
  const json = parse(file, read(file));
  if (typeof json === "object" && json !== null && !Array.isArray(json)) return readIndex(Object.entries(json));
  throw new BadInput(`${file} is JSON but no object; give a copy of https://wg21.link/index.json`);
}

function read(file: string): string {
  try {
    // Unlike readFileSync's own decoding this takes a byte order mark away.
    return new TextDecoder().decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new BadInput(`there is no file ${file}; give the path of an index.json`);
    if (code === "EISDIR") throw new BadInput(`${file} is a folder; give the path of an index.json`);
    if (code === undefined) throw error;
    throw new BadInput(`${file} cannot be read (${code}); give the path of an index.json that can`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInput(`${file} holds no JSON; give a copy of https://wg21.link/index.json`);
  }
}
