/// <reference types="chrome" />
import { sendMessage } from "../messages.ts";
import type { Place } from "../work/rows.ts";

const DOCUMENT = "offscreen.html";

/** Where heavy work is done: in an offscreen document where the browser has them (Chrome), here where it has none (Firefox) or does not give one. */
export function heavyPlace(): { places: () => readonly Place[]; call: () => Promise<void> } {
  if (import.meta.env.FIREFOX) return { places: () => ["background", "heavy"], call: async () => {} };
  let isHere = chrome.offscreen === undefined;
  return {
    places: (): readonly Place[] => (isHere ? ["background", "heavy"] : ["background"]),
    /** Makes sure that somebody does it. A document that closes at that moment is made anew at the next alarm. */
    async call(): Promise<void> {
      try {
        if (await chrome.offscreen.hasDocument()) await sendMessage("heavyWork");
        else
          await chrome.offscreen.createDocument({
            url: DOCUMENT,
            reasons: ["DOM_PARSER"],
            justification: "Reads downloaded documents where no click has to wait for it.",
          });
      } catch (error) {
        console.warn("PaperScout:", error);
        // Two that ask for the document at once: the other one has it. Anything else, and the work is done here.
        isHere ||= !(await chrome.offscreen.hasDocument().catch(() => false));
      }
    },
  };
}
