import { expect, it } from "vitest";
import type { Found } from "../../../../lib/store/matches/found-by-watch.ts";
import { speak } from "../../../../test/speak.ts";
import { foundText } from "./found-text.ts";

const NOW = new Date(2026, 4, 20, 12).getTime();

it.each<[Found, string]>([
  [{ count: 0, lastAt: 0 }, "0 found"],
  [{ count: 62, newest: "2026-02-17", lastAt: NOW }, "62 found · Feb 2026"],
  [{ count: 1_234, newest: "1999-11", lastAt: NOW }, "1,234 found · Nov 1999"],
  [{ count: 2, newest: "1999", lastAt: NOW }, "2 found · 1999"],
  [{ count: 1, newest: "2026-05-20", lastAt: 0 }, "1 found · today"],
  [{ count: 1, lastAt: NOW }, "1 found · today"],
  [{ count: 1, lastAt: new Date(2026, 3, 1).getTime() }, "1 found · Apr 2026"],
])("%j", (found, words) => expect(foundText(found, NOW, speak)).toBe(words));
