/// <reference types="chrome" />
import { sendMessage } from "../messages.ts";
import type { Place } from "../work/rows.ts";

const DOCUMENT = "offscreen.html";

/** Where heavy work is done: in an offscreen document where the browser has them (Chrome), here where it has none (Firefox) or does not give one. */
export function heavyPlace(): { places: () => readonly Place[]; call: () => Promise<void> } {
  if (import.meta.env.FIREFOX) return { places: () => ["background", "heavy"], call: async () => {} };
  let isHere = chrome.offscreen === undefined;
  const hasDocument = () => chrome.offscreen.hasDocument().catch(() => false);
  return {
    places: (): readonly Place[] => (isHere ? ["background", "heavy"] : ["background"]),
    /** Makes sure that somebody does it. */
    async call(): Promise<void> {
      const isTold = () =>
        sendMessage("heavyWork").then(
          () => true,
          () => false,
        );
      if ((await hasDocument()) && (await isTold())) return;
      for (let attempt = 0; attempt < 2; attempt++) {
        try {
          return await chrome.offscreen.createDocument({
            url: DOCUMENT,
            reasons: ["DOM_PARSER"],
            justification: "Reads downloaded documents where no click has to wait for it.",
          });
        } catch (error) {
          console.warn("PaperScout:", error);
          // It is there: it begins with a look at the work, and so it does after two that asked for it at once.
          if (await hasDocument()) return;
          // The one that was there has closed meanwhile: so the second attempt is the one that counts.
        }
      }
      isHere = true;
    },
  };
}
