import { formatWatch } from "../../../lib/watch/syntax/format-watch.ts";
import type { RuleFlaw } from "../../../lib/watch/syntax/parse-rule.ts";
import { parseWatch } from "../../../lib/watch/syntax/parse-watch.ts";
import type { Watch } from "../../../lib/watch/watch.ts";
import { BadInput } from "../bad-input.ts";

const EXPECTED = {
  paper: "write it as 2300, P2300, P2300R10, N4950 or a link to it",
  author: 'write it as author:"Ada Lovelace"',
  title: 'write it as title:"words of a title"',
  audience: "write it as audience:LEWG, one group only",
  kind: "write it as kind:draft or kind:paper",
};

const FLAWS: Record<RuleFlaw, string> = {
  "no-value": "has nothing to look for behind it",
  "unknown-prefix": "is no prefix; there are paper:, author:, title:, audience: and kind:",
  "no-prefix": "needs a prefix beside other terms: author: or title:",
  "only-not": "says only what must not be; add what to look for",
  contradiction: "can never hold beside the other terms",
  "too-long": "is too long for one rule; make two watches of it",
};

/** Reads one watch as it was typed. */
export function readWatch(text: string): Watch {
  const parsed = parseWatch(text);
  if (parsed.ok) return parsed.watch;
  switch (parsed.problem) {
    case "empty":
      throw new BadInput("a watch is empty; say what to look for, e.g. --watch P2300");
    case "ambiguous": {
      const [author, title] = parsed.choices.map((choice) => JSON.stringify(formatWatch(choice)));
      throw new BadInput(`${quote(text)} may be an author or words of a title; write ${author} or ${title}`);
    }
    case "not-a-paper":
      throw new BadInput(`${quote(text)} is an issue or a standing document; only papers (P, D, N) can be watched`);
    case "too-much":
      throw new BadInput(`${quote(text)} is too much for one watch; give each its own --watch`);
    case "several":
      throw new BadInput(`${quote(text)} is ${parsed.texts.length} watches; give each its own --watch`);
    case "other-group":
      throw new BadInput(`${quote(text)} leads to ${parsed.text || "another committee"}, not to WG21`);
    case "bad-value":
      throw new BadInput(
        `${quote(text)} cannot be read as ${parsed.kind === "audience" || parsed.kind === "author" ? "an" : "a"} ${parsed.kind}; ${EXPECTED[parsed.kind]}`,
      );
    case "bad-rule":
      throw new BadInput(`${quote(parsed.term)} ${FLAWS[parsed.flaw]}${parsed.suggestion ? `; did you mean ${parsed.suggestion}:` : ""}`);
  }
}

/** In quotes, and on one line whatever stands in it. */
function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}
