/** The columns of a table that tell its rows apart: none that is empty, none that says the same in every one of several rows. */
export function tellingColumns<Column extends string>(rows: Record<Column, string>[]): Set<Column> {
  const [first, ...others] = rows;
  if (!first) return new Set();
  const tells = (column: Column) => (others.length === 0 ? first[column] !== "" : others.some((row) => row[column] !== first[column]));
  return new Set((Object.keys(first) as Column[]).filter(tells));
}
