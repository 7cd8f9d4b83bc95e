import type { Answer, Request } from "../script.ts";
import { publishedFile } from "./published-file.ts";

/** Answers for wg21.link's index: validators, 304, gzip. The ETag is weak because both codings share it. */
export function publishedIndex(text: string | Buffer, published: Date): (request: Request) => Answer {
  return publishedFile(text, { contentType: "application/json", lastModified: published, zips: true });
}
