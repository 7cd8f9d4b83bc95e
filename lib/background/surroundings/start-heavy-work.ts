import { onMessage, sendMessage } from "../../messages.ts";
import { createWork } from "./create-work.ts";
import { databaseConnection } from "./database-connection.ts";

/** Does the heavy work in a document of its own, and closes it when there is no more. What follows from it is the background's, which is told to look. */
export function startHeavyWork(): void {
  let calls = 0;
  let ran = 0;
  // It cannot see the copy of the lists: whether they are lost is for the background to decide.
  const engine = createWork(
    databaseConnection(async () => {}),
    {
      places: () => ["heavy"],
      readers: () => import("./document-readers.ts"),
      isColdStart: async () => false,
      // Of the browser's own functions this document has hardly more than messages.
      mayAsk: (origin) => sendMessage("mayAsk", { origin }),
      // This document has no alarms. The background derives its own when it is told to look.
      onDue: async () => {},
      onWorkElsewhere: async () => void (await sendMessage("lookNow").catch((error) => console.warn("PaperScout:", error))),
      onSliceEnd: async (jobs) => {
        ran += jobs;
      },
      onFault: (error) => console.error("PaperScout:", error),
    },
  );
  const work = async () => {
    const call = ++calls;
    await engine.drain().catch((error) => console.error("PaperScout:", error));
    // Where nothing could be claimed nothing follows, and a background that looked would only make this document anew.
    const hasRun = ran > 0;
    ran = 0;
    if (hasRun) await sendMessage("heavyDone").catch((error) => console.warn("PaperScout:", error));
    // Whoever was called meanwhile closes it.
    if (call === calls) window.close();
  };
  onMessage("heavyWork", () => void work());
  void work();
}
