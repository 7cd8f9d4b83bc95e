import { expect, it } from "vitest";
import type { PaperText } from "../../../lib/document/document.ts";
import { packText } from "../../../lib/store/texts/pack-text.ts";
import { comparePacked } from "./compare-packed.ts";

const TEXT: PaperText = { form: "html", sections: [{ level: 1, title: "Rings", path: [], blocks: [{ kind: "text", text: "A ring." }] }] };
const ids = { before: "P9001R0", after: "P9001R1" };

it("compares two texts, or says which of them are spoilt", async () => {
  const [whole, spoilt] = [await packText(TEXT), new Uint8Array(9)];
  expect(await comparePacked({ before: whole, after: whole, ids })).toMatchObject({ comparison: { verdict: "same" } });
  expect(await comparePacked({ before: whole, after: spoilt, ids })).toEqual({ spoilt: ["P9001R1"] });
  expect(await comparePacked({ before: spoilt, after: spoilt, ids })).toEqual({ spoilt: ["P9001R0", "P9001R1"] });
});
