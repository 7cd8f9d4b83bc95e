/// <reference types="chrome" />
import { sendMessage } from "../../messages.ts";
import type { Place } from "../../work/rows.ts";
import type { Readers } from "./create-work.ts";

const DOCUMENT = "offscreen.html";
const ANSWER_MS = 5_000;

interface HeavyPlace {
  places: () => readonly Place[];
  /** Makes sure that somebody does it. */
  call: () => Promise<void>;
  /** A service worker cannot load them, which matters only where the browser gives no document for heavy work. */
  readers: Readers;
}

/** Where heavy work is done: in an offscreen document where the browser has them (Chrome), here where it has none (Firefox) or does not give one. */
export function heavyPlace(): HeavyPlace {
  if (import.meta.env.FIREFOX) return { places: () => ["background", "heavy"], call: async () => {}, readers: () => import("./document-readers.ts") };
  let isHere = chrome.offscreen === undefined;
  const hasDocument = () => chrome.offscreen.hasDocument().catch(() => false);
  return {
    places: (): readonly Place[] => (isHere ? ["background", "heavy"] : ["background"]),
    async call(): Promise<void> {
      const isTold = () =>
        sendMessage("heavyWork").then(
          () => true,
          () => false,
        );
      // One that is at something long answers late, or never: the other work does not wait for that.
      const isBusy = new Promise<true>((resolve) => setTimeout(resolve, ANSWER_MS, true));
      if ((await hasDocument()) && (await Promise.race([isTold(), isBusy]))) return;
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
    readers: () => Promise.reject(new Error("There is no document for heavy work.")),
  };
}
