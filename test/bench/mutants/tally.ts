/** "lib/papers" of "lib/papers/index/diff.ts". */
export function folderOf(path: string): string {
  return path.split("/").slice(0, 2).join("/");
}

/** How many were noticed in each folder, by its name. */
export function byFolder(results: { folder: string; isNoticed: boolean }[]): { folder: string; noticed: number; all: number }[] {
  return [...Map.groupBy(results, ({ folder }) => folder)]
    .map(([folder, all]) => ({ folder, noticed: all.filter(({ isNoticed }) => isNoticed).length, all: all.length }))
    .sort((a, b) => a.folder.localeCompare(b.folder));
}
