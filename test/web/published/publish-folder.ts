import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Web } from "../web.ts";

export interface FolderChange {
  /** Names of files that are new, or not what they were. */
  published: string[];
  removed: string[];
}

/**
 * Publishes the files of a folder as drafts, each with the date of its last change. The function it returns looks at the
 * folder, publishes what is new or changed since it last looked, and removes what is gone; it throws where the folder cannot be read.
 */
export function createFolderPublisher(web: Pick<Web, "publishDraft" | "removeDraft">, folder: string): () => FolderChange {
  let known = new Map<string, string>();

  return () => {
    const change: FolderChange = { published: [], removed: [] };
    const present = new Map<string, string>();
    for (const name of readdirSync(folder).sort()) {
      const file = statSync(join(folder, name), { throwIfNoEntry: false });
      // Editors put hidden files beside the one they write.
      if (!file?.isFile() || name.startsWith(".")) continue;
      const state = `${file.mtimeMs} ${file.size}`;
      if (known.get(name) !== state) {
        web.publishDraft(name, readFileSync(join(folder, name)), { lastModified: file.mtime });
        change.published.push(name);
      }
      present.set(name, state);
    }
    for (const name of known.keys()) {
      if (present.has(name)) continue;
      web.removeDraft(name);
      change.removed.push(name);
    }
    known = present;
    return change;
  };
}
