/** A module of a file of a build; `bytes`: its code alone, gzipped, as it was before the file was made small. */
export interface NotedModule {
  /** Its path in the project. */
  id: string;
  bytes: number;
}

/** A package or a room, and what of a build's gzipped bytes comes from it. */
export interface Piece {
  name: string;
  bytes: number;
  modules: number;
}

const PACKAGE = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)/;

/**
 * Shares out the gzipped bytes of files among the packages and rooms that they are made of, the largest first: each by what
 * its modules would weigh alone, since what they have in common is packed once.
 */
export function piecesOf(modules: readonly NotedModule[], gzipped: number): Piece[] {
  const alone = modules.reduce((sum, { bytes }) => sum + bytes, 0);
  const pieces = new Map<string, Piece>();
  for (const { id, bytes } of modules) {
    const name = pieceOf(id);
    const piece = pieces.get(name) ?? { name, bytes: 0, modules: 0 };
    pieces.set(name, piece);
    piece.bytes += alone === 0 ? 0 : (bytes / alone) * gzipped;
    piece.modules++;
  }
  return [...pieces.values()]
    .map((piece) => ({ ...piece, bytes: Math.round(piece.bytes) }))
    .sort((one, other) => other.bytes - one.bytes || one.name.localeCompare(other.name));
}

/** "dexie", "lib/store", "entrypoints". */
function pieceOf(id: string): string {
  return PACKAGE.exec(id)?.[1] ?? (id.includes("/") ? id.split("/").slice(0, -1).slice(0, 2).join("/") : "the bundler");
}
