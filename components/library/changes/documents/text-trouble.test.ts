import { expect, it, vi } from "vitest";
import type { TextTrouble } from "../../../../lib/store/database/schema.ts";
import { speak } from "../../../../test/speak.ts";
import { hostOf, textTrouble } from "./text-trouble.ts";

const HOST = "www.open-std.org";

// Numbers are written in the language of the texts.
vi.mock("../../../lib/language/translate.ts", async () => ({ translate: (await import("../../../../test/speak.ts")).speak }));

it.each<[TextTrouble, RegExp]>([
  [{ kind: "elsewhere", link: "https://example.org/a.pdf" }, /^P9001R1 is at example\.org, where PaperScout does not look\.$/],
  [{ kind: "unlisted" }, /^It is not known where P9001R1 is/],
  [{ kind: "not-found" }, /^P9001R1 is not there: www\.open-std\.org answered 404/],
  [{ kind: "too-large" }, /^P9001R1 is too large/],
  [{ kind: "too-large", megabytes: 32 }, /^P9001R1 is too large/],
  [{ kind: "no-text" }, /^P9001R1 holds no text/],
  [{ kind: "not-a-document" }, /neither HTML nor a PDF/],
  [{ kind: "refused", status: 403 }, /www\.open-std\.org.*403|403.*www\.open-std\.org/],
  [{ kind: "offline" }, /offline|network/i],
])("%j in a sentence", (trouble, words) => {
  expect(textTrouble("P9001R1", trouble, HOST, speak)).toMatch(words);
});

it.each([
  ["https://isocpp.org/files/papers/P1.html", "isocpp.org"],
  ["", ""],
  ["javascript", "javascript"],
])("the host of %j is %j", (link, host) => expect(hostOf(link)).toBe(host));
