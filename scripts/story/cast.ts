import type { Page } from "puppeteer-core";
import type { Extension } from "../../test/browser/browsers/extension.ts";
import type { growingPapers } from "../../test/headless/growing-papers.ts";
import type { servedScout } from "../../test/headless/served-scout.ts";
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

/** Who takes part in the story of shared finds. */
export interface SharedCast extends Pick<Cast, "web" | "pictures"> {
  papers?: ReturnType<typeof growingPapers>;
  scout?: Awaited<ReturnType<typeof servedScout>>;
  extensions: Extension[];
  /** The options of each browser. */
  pages: Page[];
}
