import fc from "fast-check";
import { expect, it } from "vitest";
import { controlName } from "./control-name.ts";
import { nameOfFile, readFileName } from "./draft-file.ts";

it("is in the form of a file's name, and no paper's", () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (cycle, phase) => {
      const name = controlName(cycle, phase);
      const file = readFileName(name);
      expect(file && nameOfFile(file)).toBe(name);
      expect(file?.number).toBeGreaterThanOrEqual(900_000);
    }),
  );
});

it("differs from cycle to cycle and from client to client, and asks for both extensions in turn", () => {
  const names = Array.from({ length: 100 }, (_, cycle) => controlName(cycle, 0.5));
  expect(new Set(names).size).toBe(100);
  expect(names.filter((name) => name.endsWith(".pdf"))).toHaveLength(50);
  expect(controlName(1, 0.1)).not.toBe(controlName(1, 0.2));
});
