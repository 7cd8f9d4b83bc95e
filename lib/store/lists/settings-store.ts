import { completeSettings, type SettingName, type Settings, type SettingValue } from "../../terms/settings.ts";
import type { Database } from "../database/database.ts";
import type { ReadableDatabase } from "../database/readable-database.ts";

export async function readSettings(db: Pick<ReadableDatabase, "settings">): Promise<Settings> {
  return completeSettings(await db.settings.toArray());
}

/** The caller has validated the value (isValidSetting). */
export async function writeSetting(db: Database, name: SettingName, value: SettingValue): Promise<void> {
  await db.settings.put({ name, value });
}
