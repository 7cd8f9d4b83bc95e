import type { Collection, IndexableType, Table, WhereClause } from "dexie";
import type { TableName } from "../../work/declared-tables.ts";
import type { Database } from "./database.ts";

/** Rows that were chosen, for reading: Dexie's collection without what changes or removes them. */
interface ReadableRows<Row, Key>
  extends Pick<Collection<Row, Key>, "count" | "each" | "eachPrimaryKey" | "first" | "last" | "keys" | "primaryKeys" | "uniqueKeys" | "sortBy" | "toArray"> {
  and(filter: (row: Row) => boolean): ReadableRows<Row, Key>;
  filter(filter: (row: Row) => boolean): ReadableRows<Row, Key>;
  distinct(): ReadableRows<Row, Key>;
  limit(count: number): ReadableRows<Row, Key>;
  offset(count: number): ReadableRows<Row, Key>;
  reverse(): ReadableRows<Row, Key>;
  until(filter: (row: Row) => boolean, includeStopEntry?: boolean): ReadableRows<Row, Key>;
}

type ReadableWhere<Row, Key> = {
  [Comparison in keyof WhereClause]: (...keys: Parameters<WhereClause[Comparison]>) => ReadableRows<Row, Key>;
};

/** A table for reading. */
interface ReadableTable<Row, Key> extends Pick<Table<Row, Key>, "name" | "get" | "bulkGet" | "count" | "each" | "toArray"> {
  where(index: string | string[]): ReadableWhere<Row, Key>;
  where(values: Record<string, IndexableType>): ReadableRows<Row, Key>;
  filter(filter: (row: Row) => boolean): ReadableRows<Row, Key>;
  limit(count: number): ReadableRows<Row, Key>;
  offset(count: number): ReadableRows<Row, Key>;
  orderBy(index: string | string[]): ReadableRows<Row, Key>;
  reverse(): ReadableRows<Row, Key>;
  toCollection(): ReadableRows<Row, Key>;
}

type ReadableTables = {
  [Name in TableName<Database>]: Database[Name] extends Table<infer Row, infer Key, infer _> ? ReadableTable<Row, Key> : never;
};

/** The database as pages get it: whatever would write it does not compile. The background's own one fits wherever this is asked for. */
export type ReadableDatabase = ReadableTables & {
  // biome-ignore lint/suspicious/noExplicitAny: tables of any rows
  transaction<Result>(mode: "r", tables: readonly (string | ReadableTable<any, any>)[], scope: () => PromiseLike<Result>): Promise<Result>;
};
