import type { ComponentChildren } from "preact";
import type { ChangedBlock, Piece } from "../../../lib/compare/comparison.ts";
import { translate } from "../../../lib/language/translate.ts";

/** The pieces of a block: what is new and what is gone is told by lines, colours and words for who hears it. */
function Pieces({ pieces }: { pieces: Piece[] }) {
  return <>{pieces.map(({ kind, text }, place) => (kind === "same" ? text : <Changed key={place} kind={kind} text={text} />))}</>;
}

function Changed({ kind, text }: { kind: "added" | "removed"; text: string }) {
  const Tag = kind === "added" ? "ins" : "del";
  return (
    <Tag>
      <span class="visually-hidden said">{translate(kind === "added" ? "changes_inserted" : "changes_deleted")} </span>
      {text}
      <span class="visually-hidden said"> {translate("changes_end")}</span>
    </Tag>
  );
}

interface BlockProps {
  block: ChangedBlock;
  /** Its place in the comparison. */
  name: string;
  /** The number of the change that begins with it. */
  change: number | undefined;
  isWide: boolean;
}

/** A block as it is in both texts at once, or in one column for each. */
export function Block({ block, name, change, isWide }: BlockProps) {
  const attributes = { "data-block": name, tabIndex: -1, ...(change !== undefined && { "data-change": change }) };
  if (!isWide) {
    return (
      <div class={`changed of-${block.kind}`} {...attributes}>
        <Text kind={block.kind}>
          <Pieces pieces={block.pieces} />
        </Text>
      </div>
    );
  }
  const [before, after] = sidesOf(block.pieces);
  return (
    <div class={`changed of-${block.kind} beside`} {...attributes}>
      <div>
        {before.length > 0 && (
          <Text kind={block.kind}>
            <Pieces pieces={before} />
          </Text>
        )}
      </div>
      <div>
        {after.length > 0 && (
          <Text kind={block.kind}>
            <Pieces pieces={after} />
          </Text>
        )}
      </div>
    </div>
  );
}

/** What stands in the old text, and what in the new one. */
function sidesOf(pieces: Piece[]): [Piece[], Piece[]] {
  return [
    pieces.flatMap((piece) => (piece.kind === "added" ? [] : { ...piece, text: piece.before ?? piece.text })),
    pieces.filter(({ kind }) => kind !== "removed"),
  ];
}

function Text({ kind, children }: { kind: ChangedBlock["kind"]; children: ComponentChildren }) {
  if (kind === "heading") return <h3 dir="auto">{children}</h3>;
  return kind === "code" ? <pre dir="ltr">{children}</pre> : <p dir="auto">{children}</p>;
}
