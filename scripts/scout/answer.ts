import { Refusal } from "../../lib/headless/refusal.ts";
import { BadInput } from "./bad-input.ts";
import { changes } from "./changes.ts";
import { classify } from "./classify.ts";
import { diff } from "./diff.ts";
import { document } from "./document.ts";
import { ids } from "./ids.ts";
import { key } from "./key.ts";
import { match } from "./match.ts";
import { plan } from "./plan.ts";
import { read } from "./read.ts";

const USAGE = `npm run -s scout -- VERB

Reads copies of https://wg21.link/index.json, and papers, as PaperScout does, and writes what it finds as JSON.
publish runs PaperScout without a browser: it asks once for all who read the feed that it publishes.

  ids FILE                         what an index holds, and what of it cannot be read
  diff OLD NEW                     what is different, and the news that PaperScout would make of it
  match --index FILE --watch TEXT  the papers that the watches ask for, and why; several texts may follow
                                   one --watch: P2300, LEWG, "author:Kurt Gödel", "title:executor*"
  plan --index FILE --today DAY    the files at isocpp.org that a policy would ask for, in its order, and why
       --policy quiet|sweep          ours, or the original's
       --watch NUMBER                watched; several may follow
       --discovered FILE             what was found before, a URL a line
       --settings FILE               JSON: base_hours for quiet, the original's names for sweep (gap_max_rev)
       --state FILE                  for quiet, JSON: {"since": TIME, "asked": {"D2300R11.pdf": TIME}, "files": [...]}
       --cycle N                     for sweep, from 1
  classify --now TIME [HEADER]     whether a file with this Last-Modified is new to the original; --hours N, else 24
  read FILE                        title, authors, audience, date and abstract that a paper gives on its first page, HTML or PDF
  document FILE                    the text of a paper, HTML or PDF: its sections, and what stands in them
  changes OLD NEW                  what differs between two papers; --format text (as it is), html (a page that needs nothing else) or json
  key FILE                         makes a key to sign feeds with, and says what readers subscribe to; --url FOLDER
  publish --to FOLDER --state FILE --key FILE   asks, and publishes what it finds (docs/publishing.md)
       --live                        asks the real hosts; or --hosts 127.0.0.1:PORT, a stand-in (npm run web)
       --once                        one round, then it ends; else it stays
       --serve PORT                  serves the folder as well, on this machine; HOST:PORT elsewhere
       --url FOLDER --name NAME      the folder as readers see it, and who publishes
       --wait MINUTES --share N      between two looks of a reader; of which share a reader asks itself where the feed is silent
       --mirror FOLDER               where the same files lie; up to four
       --gap MS                      between two requests, 1000
       --json                        says what it does as JSON, a line each
  help                             this text`;

const VERBS = new Map<string, (args: string[]) => unknown>([
  ["ids", ids],
  ["diff", diff],
  ["match", match],
  ["plan", plan],
  ["classify", classify],
  ["read", read],
  ["document", document],
  ["changes", changes],
  ["key", key],
]);

/** What the command says to these words: what it writes where, and the code it ends with. */
export interface Answer {
  stdout: string;
  stderr: string;
  code: 0 | 2;
}

/** Does what the words ask for. Bad input is an answer, too; a fault of ours rejects. */
export async function answer([verb = "", ...args]: string[]): Promise<Answer> {
  try {
    const found = verb === "help" || asksForHelp([verb, ...args]) ? USAGE : await run(verb, args);
    const said = typeof found === "string" ? found : JSON.stringify(found, null, 2);
    return { stdout: `${said}\n`, stderr: "", code: 0 };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { stdout: "", stderr: `scout: ${error.message}\n`, code: 2 };
  }
}

function run(verb: string, args: string[]): unknown {
  const known = VERBS.get(verb);
  if (known) return known(args);
  const wrong = verb === "" ? "say what to do" : `there is no verb ${JSON.stringify(verb)}`;
  throw new BadInput(`${wrong}; the verbs are ${[...VERBS.keys()].join(", ")}, publish and help`);
}

function asksForHelp(words: string[]): boolean {
  return words.includes("--help") || words.includes("-h");
}
