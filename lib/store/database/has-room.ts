import type { Tables } from "./database.ts";

/** True where the database takes so many bytes more: it is tried, and they are removed again. */
export async function hasRoom(db: Tables<"downloads">, bytes: number): Promise<boolean> {
  try {
    await db.downloads.put({ name: "room", body: new Uint8Array(bytes), contentType: "" });
    return true;
  } catch {
    return false;
  } finally {
    await db.downloads.delete("room").catch(() => {});
  }
}
