import type { Page } from "puppeteer-core";
import type { Extension } from "../../test/browser/browsers/extension.ts";
import type { Web } from "../../test/web/web.ts";

/** Who takes part in the story, as far as they have come on. */
export interface Cast {
  /** Absent with the real hosts. */
  web?: Web;
  extension?: Extension;
  popup?: Page;
  /** Paths, relative to the project. */
  pictures: string[];
}
