import { onMessage, sendMessage } from "../messages.ts";
import { createWork } from "./create-work.ts";
import { databaseConnection } from "./database-connection.ts";

/** Does the heavy work in a document of its own, and closes it when there is no more. What follows from it is the background's, which is told to look. */
export function startHeavyWork(): void {
  const engine = createWork(databaseConnection(), {
    places: () => ["heavy"],
    isColdStart: async () => false,
    // This document has no alarms. The background derives its own when it is told to look.
    onDue: async () => {},
    onHeavyWork: async () => {},
    onSliceEnd: async () => {},
    onFault: (error) => console.error("PaperScout:", error),
  });
  const work = async () => {
    await engine.drain().catch((error) => console.error("PaperScout:", error));
    await sendMessage("lookNow").catch((error) => console.warn("PaperScout:", error));
    window.close();
  };
  onMessage("heavyWork", () => void work());
  void work();
}
