import { smallIndex } from "../browser/published/small-index.ts";

const crowd = Array.from({ length: 130 }, (_, place) => [`P${3001 + place}R0`, { title: `Paper number ${place}`, author: "Kurt Gödel", date: "2026-01-01" }]);

/** The body of an index in which every text of the table is about something. */
export const TYPED_INDEX = smallIndex({
  ...Object.fromEntries(crowd),
  P2999R0: { title: "An executor for everybody", author: "Grace Hopper", subgroup: "LEWG", date: "2025-01-01" },
  P2999R1: { title: "An executor for everybody", author: "Grace Hopper", subgroup: "LEWG", date: "2025-05-01" },
  P3200R0: { title: "Executors and rings", author: "Emmy Noether", subgroup: "SG1", date: "2025-02-01" },
  P3202R0: { title: "Of clocks", author: "Max Frei", subgroup: "SG1", date: "2024-01-01" },
  P3202R1: { title: "Of clocks", author: "Kim Frei", subgroup: "SG1", date: "2025-01-01" },
  P3201R0: { title: "Of news and classes", author: "Grace Hopper", subgroup: "SG1", date: "2025-03-01" },
});

/** What a text becomes that is typed, or pasted, and entered: these watches, a question, or a problem of this name. */
export interface TypedText {
  text: string;
  /** As one would type them. */
  watches?: string[];
  /** What is offered instead, the first first. */
  asks?: string[];
  problem?: "not-a-paper" | "bad-value" | "other-group" | "bad-rule";
}

export const TYPED_TEXTS: TypedText[] = [
  { text: "P2300", watches: ["P2300"] },
  { text: "2300", watches: ["P2300"] },
  { text: "P 2300", watches: ["P2300"] },
  { text: "P2300R9", watches: ["P2300"] },
  { text: "d2300r11", watches: ["P2300"] },
  { text: "[P2300R10]", watches: ["P2300"] },
  { text: "p2300r10.html", watches: ["P2300"] },
  { text: "see P2300R10.", watches: ["P2300"] },
  { text: "P2300R10 std::execution", watches: ["P2300"] },
  { text: "https://wg21.link/p2300r10/github", watches: ["P2300"] },
  { text: "https://isocpp.org/files/papers/P3001R1.html#wording", watches: ["P3001"] },
  { text: "https://www.open-std.org/jtc1/sc22/wg14/www/docs/n3804.txt", problem: "other-group" },
  { text: "https://www.open-std.org/jtc1/sc22/wg21/docs/papers/2013/n3804.html", watches: ["N3804"] },
  { text: "LWG2300", problem: "not-a-paper" },
  { text: "P2300R", problem: "bad-value" },
  { text: "P9999", asks: ["Watch “P9999” all the same"] },
  { text: "P3001, P3002; P3003R0", watches: ["P3001", "P3002", "P3003"] },
  { text: "3001 3002", watches: ["P3001", "P3002"] },
  { text: "P3001 An agenda\nP3002 The other", watches: ["P3001", "P3002"] },
  { text: "author:Noether", watches: ["author:Noether"] },
  { text: "author:Noethr", asks: ["author Noether, 2 papers?", "Watch “Noethr” all the same"] },
  { text: "author:Hopper, Grace", watches: ["author:Grace Hopper"] },
  { text: "author:Hopper, Noether", watches: ["author:Hopper | Noether"] },
  { text: "author:Babbage, Charles", asks: ["author Charles Babbage, 0 papers?", "Watch “Babbage | Charles” all the same"] },
  { text: "author:Hopper OR author:Noether", watches: ["author:Hopper | Noether"] },
  { text: "author:Noether OR title:news", watches: ["author:Noether", "title:news"] },
  { text: "title:executor", watches: ["title:executor"] },
  { text: "title:=executor", watches: ["title:=executor"] },
  { text: "execut*", watches: ["title:execut*"] },
  { text: "title:executor | ring", watches: ["title:executor | ring"] },
  { text: "executors", asks: ["in titles (2 papers)", "as author (0 papers)"] },
  { text: "Hopper", asks: ["as author (2 papers)", "in titles (0 papers)"] },
  { text: "LEWG, SG1", watches: ["audience:LEWG", "audience:SG1"] },
  { text: "audience:SG1 OR LEWG", watches: ["audience:SG1", "audience:LEWG"] },
  { text: "audience:LEWGI", asks: ["audience LEWG, 2 papers?", "Watch “LEWGI” all the same"] },
  { text: "author:Noethr title:rings", asks: ["author:Noether title:rings, 2 papers?", "Watch “author:Noethr title:rings” all the same"] },
  { text: "autor:Noether", problem: "bad-rule" },
  { text: "author:Noether -audience:LEWG", watches: ["author:Noether -audience:LEWG"] },
];
