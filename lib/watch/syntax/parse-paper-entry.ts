import { formatPaperId, parsePaperId } from "../../papers/paper-id.ts";
import { closeGaps, otherGroup } from "../../papers/written-ids.ts";

export type PaperEntry = { id: string } | { problem: "not-a-paper" | "bad-value" } | { problem: "other-group"; group: string };

/** UTF-16 units; no link to a paper is longer. */
const LONGEST = 500;
const LINK = /^(?:https?:\/\/)?[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]+)?(\/[^\s?#]*)/i;
/** "2300", "2300r10" */
const NUMBER = /^[0-9]+(?:r[0-9]{1,3})?$/i;
const ID_LIKE = /^[PDN]-?[0-9]+R?[0-9]*$/i;
/** "p2300r10.html", and "p2300r10-slides.pdf" of a link. */
const FILE = /^([a-z]+-?[0-9]+(?:r[0-9]+)?)\.(?:pdf|html?|txt|md|ps|asc)(?:[?#]\S*)?$/i;
const NAMED_FILE = /^([pdn]-?[0-9]{3,6}(?:r[0-9]{1,3})?)(?![\p{L}\p{N}])/iu;
/** "WG14 N3220" */
const OF_GROUP = /^WG[ -]?([0-9]{1,3})[ /:-]{1,2}N[ -]?[0-9]{3,5}(?![0-9])/i;
/** What stands around an id in running text and in citations: "[P2300R10]", "(P2300),". */
const BEFORE = /^[[({<"'„“‚‘«»]{1,3}/;
const BEHIND = /[\])}>"'.,;:!?”’“‘»«]{1,3}$/;

/**
 * Reads "2300", "d3980r0", "P 2300", "[P2300R10]", "p2300r10.html" or a link to a paper; undefined where the text does not
 * look like any of them. A link into the folder of another working group is none of ours, whatever it is called.
 */
export function parsePaperEntry(text: string): PaperEntry | undefined {
  if (text.length > LONGEST) return undefined;
  const bare = text.replace(BEFORE, "").replace(BEHIND, "");
  const group = OF_GROUP.exec(bare)?.[1];
  if (group !== undefined && group !== "21") return { problem: "other-group", group: `WG${group}` };
  const [link, path] = LINK.exec(bare) ?? [];
  if (link !== undefined) return parseLink(link, path ?? "");
  const name = closeGaps(bare);
  return parseId(NUMBER.test(name) ? `P${name}` : (FILE.exec(name)?.[1] ?? name));
}

/** The last part that names a paper: "/github" may follow it. */
function parseLink(link: string, path: string): PaperEntry {
  const group = otherGroup(link);
  if (group !== undefined) return { problem: "other-group", group };
  for (const part of path.split("/").reverse()) {
    // A bare number that ends a link counts something else: github.com/cplusplus/papers/issues/1234.
    const entry = parseId(FILE.exec(part)?.[1] ?? NAMED_FILE.exec(part)?.[1] ?? part);
    if (entry) return entry;
  }
  return { problem: "bad-value" };
}

function parseId(text: string): PaperEntry | undefined {
  const id = parsePaperId(text);
  if (!id) return ID_LIKE.test(text) ? { problem: "bad-value" } : undefined;
  if (id.prefix === "N") return { id: formatPaperId(id) };
  if (id.prefix !== "P" && id.prefix !== "D") return { problem: "not-a-paper" };
  // P04116R0 belongs to no series, so nobody can wait for its next revision.
  return id.regular ? { id: formatPaperId({ ...id, prefix: "P" }) } : { problem: "bad-value" };
}
