import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isBrowsersOwn } from "../../test/browser/browsers/browsers-own-hosts.ts";
import { arrivalLine } from "../../test/web/log-lines.ts";
import { htmlDraft, type SampleDraft } from "../../test/web/published/sample-drafts.ts";
import { serveFiles } from "../../test/web/serve-files.ts";
import { startWeb } from "../../test/web/web.ts";
import { ROOT } from "../running/run-logged.mjs";

const FOLDER = join(ROOT, ".output/dev");
const INDEX = join(FOLDER, "index.json");
const DRAFTS = join(FOLDER, "drafts");
const REQUESTS = join(FOLDER, "requests.log");
const SAMPLE = join(ROOT, "test/sample");

/** Next revisions of papers of the sample index, so that they are among the first that are asked for. */
const SAMPLE_DRAFTS: SampleDraft[] = [
  { id: "D2300R11", title: "std::promised", authors: ["Haskell Curry", "Ada Lovelace"], audience: "LWG", date: "2026-11-12" },
  { id: "D4344R2", title: "A draft of the sample", authors: ["Emmy Noether"], audience: "EWG", date: "2026-11-16" },
];

export interface DevWeb {
  proxy: { host: string; port: number };
  /** What it serves and what to do with it, for a person. */
  lines: string[];
  close(): Promise<void>;
}

/** A double of the three hosts that serves files of `.output/dev`, made anew from the sample; they are published again whenever they change. */
export async function startDevWeb(): Promise<DevWeb> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(DRAFTS, { recursive: true });
  copyFileSync(join(SAMPLE, "index.json"), INDEX);
  for (const draft of SAMPLE_DRAFTS) writeFileSync(join(DRAFTS, `${draft.id}.html`), htmlDraft(draft));
  const web = await startWeb({
    onArrival: (arrival) => appendFileSync(REQUESTS, `${arrivalLine(arrival)}\n`),
    onRefusal: ({ host }) => isBrowsersOwn(host) || console.warn(`refused    ${host}, which is none of PaperScout's hosts`),
  });
  const files = serveFiles(web, { index: INDEX, drafts: DRAFTS }, { news: console.log, trouble: console.error });
  const short = (file: string) => relative(process.cwd(), file);
  return {
    proxy: web.proxy,
    lines: [
      `web        a double of wg21.link, isocpp.org and www.open-std.org; what it is asked for is in ${short(REQUESTS)}`,
      `index      ${short(INDEX)}; a day later: cp ${short(join(SAMPLE, "next-index.json"))} ${short(INDEX)}, then “Check now” in the popup`,
      `drafts     ${short(DRAFTS)}; a file that you put there is found when it is asked for`,
    ],
    async close() {
      files.close();
      await web.close();
    },
  };
}
