import { expect, it } from "vitest";
import { shelfText } from "../../papers/index/shelf-lines.ts";
import { shelve } from "../../papers/index/shelve.ts";
import { seriesTitles } from "./series-titles.ts";

const INDEX = {
  P2300R0: { title: "Senders", type: "paper" },
  P2300R10: { title: "std::execution", type: "paper" },
  P2300R11: { title: "", type: "paper" },
  P23001R0: { title: "Another number", type: "paper" },
  N4950: { title: "Working draft", type: "paper" },
};

it("gives the title of the newest revision that has one", async () => {
  const texts = new Map([...shelve(INDEX)].map(([key, { members }]) => [key, { key, text: shelfText(members) }]));
  const shelves = { bulkGet: async (keys: string[]) => keys.map((key) => texts.get(key)) };
  const titles = await seriesTitles({ shelves } as never, ["P2300", "N4950", "P9999"]);
  expect([...titles]).toEqual([
    ["P2300", "std::execution"],
    ["N4950", "Working draft"],
  ]);
});
