import type { Dexie } from "dexie";

/** The names of a database's tables. */
export type TableName<Database> = Exclude<keyof Database, keyof Dexie> & string;

/** These tables of a database and no others, with transactions on them. The whole database fits wherever this is asked for. */
export type TablesOf<Database, Name extends TableName<Database>> = Pick<Database, Name> & {
  transaction<Result>(mode: "r" | "rw", tables: readonly Database[Name][], scope: () => PromiseLike<Result>): Promise<Result>;
};
