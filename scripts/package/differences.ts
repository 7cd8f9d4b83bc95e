import { createHash } from "node:crypto";
import type { Files } from "./archive.ts";

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The paths of what is not the same, to the byte, in both. */
export function differences(one: Files, other: Files): string[] {
  const digest = (files: Files, path: string) => (files[path] ? sha256(files[path]) : "absent");
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((path) => digest(one, path) !== digest(other, path)).toSorted();
}
