import type { ChangedBlock, Comparison } from "../../../lib/compare/comparison.ts";
import { describeChanges, describeSection, differs, type Names } from "./describe-changes.ts";

const MARKS = { same: ["", ""], added: ["{+", "+}"], removed: ["[-", "-]"] } as const;

/** What differs, as git diff --word-diff marks it. */
export function changesAsText(comparison: Comparison, { before, after }: Names): string {
  const { changelog, sections } = comparison;
  const log = changelog
    ? [`The authors say (${changelog.title}):`, ...changelog.blocks.map(({ kind, text }) => `  ${kind === "item" ? "- " : ""}${text}`), ""]
    : [];
  const shown = sections.filter(differs).flatMap((section) => {
    // Its own heading stands above; another one is of a section that is a part of it no more.
    const heading = section.blocks.find(({ kind }) => kind === "heading");
    const blocks = section.blocks.filter((block) => block !== heading && block.pieces.some((piece) => piece.kind !== "same")).map(marked);
    // A heading that is new in a section that is not is all that differs, where one was split in two.
    const isNew = section.status === "changed" && heading?.pieces.every(({ kind }) => kind === "added");
    const title = heading && isNew ? marked(heading).trimEnd() : section.title || "(before the first heading)";
    return [`== ${title} — ${describeSection(section)}`, ...blocks, ""];
  });
  return [`${before} → ${after}`, ...describeChanges(comparison), "", ...log, ...shown].join("\n").trimEnd();
}

function marked({ pieces }: ChangedBlock): string {
  return pieces.map(({ kind, text }) => `${MARKS[kind][0]}${text.trim()}${MARKS[kind][1]}${/\s+$/.exec(text)?.[0] ?? (kind === "same" ? "" : " ")}`).join("");
}
