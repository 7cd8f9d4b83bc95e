import { unzipSync, zipSync } from "fflate";

/** What is in each file, by its path with slashes. */
export type Files = Record<string, Uint8Array>;

/** A zip archive of these files, the same bytes on every machine: in the order of their paths, all of one time, packed by code and not by what the machine has for it. */
export function archive(files: Files): Uint8Array {
  const inOrder = Object.entries(files).toSorted(([one], [other]) => (one < other ? -1 : 1));
  // An archive knows no time zone: this is the first moment that it can write, wherever one is.
  return zipSync(Object.fromEntries(inOrder), { level: 9, mtime: new Date(1980, 0, 1) });
}

/** The files of a zip archive. */
export function unpack(bytes: Uint8Array): Files {
  return unzipSync(bytes);
}
