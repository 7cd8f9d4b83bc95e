import type { DraftFile } from "../../../lib/probe/draft-file.ts";
import type { KnownPaper } from "../../../lib/probe/policy.ts";
import { seededRandom } from "../../browser/killing/seeded-random.ts";
import type { Arrival } from "./history.ts";
import type { LeadModel } from "./lead-models.ts";

/** A file that a policy has to find: it appears, stays, and is no news any more once the index has the paper. Epoch ms. */
interface Draft {
  file: DraftFile;
  appearsAt: number;
  listedAt: number;
}

/** What a replay is played in: what the index said and when, and what lay on isocpp.org and since when. */
export interface World {
  arrivals: Arrival[];
  /** In the order in which they appear. */
  drafts: Draft[];
}

export interface WorldSettings {
  lead: LeadModel;
  seed: number;
  /** The share of drafts, 0 to 1, that lie there under their P name only. */
  publishedShare: number;
}

/**
 * A draft for each dated P paper that the index gained after its first day, unless the model has it appear no sooner than
 * the index. It has the extension that the paper has, or else the series' last.
 */
export function makeWorld(arrivals: Arrival[], { lead, seed, publishedShare }: WorldSettings): World {
  const begin = arrivals[0]?.at ?? 0;
  const papers = new Map<string, KnownPaper & { extension: string; listedAt: number }>();
  const listedAsDraft = new Map<string, number>();
  const lastExtension = new Map<number, string>();
  for (const { at, id, paper } of arrivals) {
    if (!paper) {
      if (!listedAsDraft.has(id)) listedAsDraft.set(id, at);
      continue;
    }
    const extension = servedExtension(paper.extension) ?? lastExtension.get(paper.number);
    if (extension) lastExtension.set(paper.number, extension);
    // A date that comes late or is put right is the date.
    papers.set(id, { ...paper, extension: extension ?? ".pdf", listedAt: papers.get(id)?.listedAt ?? at });
  }

  const drafts: Draft[] = [];
  for (const [id, { number, revision, date, extension, ...paper }] of papers) {
    if (!date || paper.listedAt === begin) continue;
    const random = seededRandom(hash(`${seed} ${id}`));
    const listedAt = Math.min(paper.listedAt, listedAsDraft.get(`D${id.slice(1)}`) ?? Number.POSITIVE_INFINITY);
    const prefix = random() < publishedShare ? "P" : "D";
    const appearsAt = Math.floor(lead.appearsAt({ date: Date.parse(date), listedAt }, random));
    if (appearsAt < listedAt) drafts.push({ file: { prefix, number, revision, extension }, appearsAt, listedAt });
  }
  return { arrivals, drafts: drafts.sort((a, b) => a.appearsAt - b.appearsAt) };
}

/** Nobody asks for ".htm" or ".md", of which there are ten: such a paper counts as HTML. */
function servedExtension(extension: string | undefined): string | undefined {
  if (extension === undefined) return undefined;
  return extension === ".pdf" ? ".pdf" : ".html";
}

/** FNV-1a. */
function hash(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}
