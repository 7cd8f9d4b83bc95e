import { expect, it } from "vitest";
import { piecesOf } from "./pieces.ts";

it("shares the bytes among packages and rooms, by what each would weigh alone", () => {
  const modules = [
    { id: "node_modules/dexie/dist/modern/dexie.mjs", bytes: 600 },
    { id: "node_modules/@leeoniya/ufuzzy/dist/uFuzzy.mjs", bytes: 200 },
    { id: "lib/store/database/database.ts", bytes: 150 },
    { id: "lib/store/lists/watchlists.ts", bytes: 150 },
    { id: "entrypoints/background.ts", bytes: 50 },
    { id: "rolldown/runtime.js", bytes: 50 },
    { id: "virtual", bytes: 0 },
  ];
  expect(piecesOf(modules, 600)).toEqual([
    { name: "dexie", bytes: 300, modules: 1 },
    { name: "lib/store", bytes: 150, modules: 2 },
    { name: "@leeoniya/ufuzzy", bytes: 100, modules: 1 },
    { name: "entrypoints", bytes: 25, modules: 1 },
    { name: "rolldown", bytes: 25, modules: 1 },
    { name: "the bundler", bytes: 0, modules: 1 },
  ]);
});

it("has nothing to say of nothing", () => expect(piecesOf([], 100)).toEqual([]));
