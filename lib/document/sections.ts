import type { Block, Section } from "./document.ts";
import { MAX_HEADING, MAX_SECTIONS } from "./limits.ts";

/** What is found in the order of the paper: a heading, or what stands below one. */
export type Found = { level: number; title: string } | Block;

/** A sign at a heading by which one can link to it. */
const OF_LINK = /[\s¶§#🔗🔖]+$/u;

/** Sorts what is found into sections. What stands before the first heading is a section without one. `isFull`: there were more sections than are kept. */
export function sectionsOf(found: Iterable<Found>): { sections: Section[]; isFull: boolean } {
  let section: Section = { level: 0, title: "", path: [], blocks: [] };
  const sections = [section];
  const above: Section[] = [];
  for (const one of found) {
    if (!("level" in one)) section.blocks.push(one);
    else if (sections.length > MAX_SECTIONS) return { sections: sections.filter(isThere), isFull: true };
    else {
      while ((above.at(-1)?.level ?? 0) >= one.level) above.pop();
      section = { level: one.level, title: tidyTitle(one.title), path: above.map(({ title }) => title), blocks: [] };
      above.push(section);
      sections.push(section);
    }
  }
  return { sections: sections.filter(isThere), isFull: false };
}

function tidyTitle(title: string): string {
  const kept = title.slice(0, MAX_HEADING).toWellFormed();
  return kept.replace(OF_LINK, "") || kept;
}

function isThere({ title, blocks }: Section): boolean {
  return title !== "" || blocks.length > 0;
}
