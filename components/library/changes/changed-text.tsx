import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import type { Chunk, Part } from "../../../lib/library/changes/shown-changes.ts";
import { translateCount } from "../../text/format-number.ts";
import { Block } from "./changed-block.tsx";

interface ChangedTextProps {
  chunks: Chunk[];
  isWide: boolean;
  onUnfold: (key: string) => void;
}

/** The text with what changed in it. What was drawn of it is not drawn again while more of it comes. */
export function ChangedText({ chunks, isWide, onUnfold }: ChangedTextProps) {
  const drawn = useMemo(() => new WeakMap<Chunk, VNode>(), [isWide]);
  return (
    <div class="changed-text">
      {chunks.map((chunk) => {
        const known = drawn.get(chunk) ?? <ChunkPart key={chunk.key} chunk={chunk} isWide={isWide} onUnfold={onUnfold} />;
        drawn.set(chunk, known);
        return known;
      })}
    </div>
  );
}

function ChunkPart({ chunk: { section, parts }, isWide, onUnfold }: { chunk: Chunk } & Omit<ChangedTextProps, "chunks">) {
  return (
    <div class={section ? "chunk begins" : "chunk"} {...(section && { "data-section": section.at, tabIndex: -1 })}>
      {parts.map((part) => (
        <PartShown key={part.key} part={part} isWide={isWide} onUnfold={onUnfold} />
      ))}
    </div>
  );
}

function PartShown({ part, isWide, onUnfold }: { part: Part } & Omit<ChangedTextProps, "chunks">) {
  if (part.kind === "block") return <Block block={part.shown.block} name={part.key} change={part.shown.change} isWide={isWide} />;
  return (
    <button type="button" class="plain fold" onClick={() => onUnfold(part.key)}>
      {translateCount("changes_unchanged", part.count)}
      {part.title && <bdi>{translate("changes_fold_of", [part.title])}</bdi>}
    </button>
  );
}
