import { expect, it } from "vitest";
import { sampleDraft } from "../../library/paper/sample-document.ts";
import { versionOf } from "../../papers/draft.ts";
import { changeSince } from "./change-since.ts";

const draft = sampleDraft(9001, 1);
const summary = { changed: 3, added: 0, removed: 0, moved: 0, renamed: 0, wordsAdded: 1, wordsRemoved: 0, wording: false };
const since = { id: "D9001R1@before", summary };
const text = { id: "D9001R1", url: "", bytes: 1, readAt: 1, usedAt: 1, since };

it.each<[what: string, ...Parameters<typeof changeSince>, expected: typeof since | undefined]>([
  ["of a draft that says the same", { ...text, version: versionOf(draft) }, draft, since],
  ["of one that says something else by now", { ...text, version: ".html=2" }, draft, undefined],
  ["of what was published", text, undefined, since],
  ["of what was published and found before", text, draft, since],
  ["of what was not read", undefined, draft, undefined],
])("is known %s, or not", (_, text, draft, expected) => expect(changeSince(text, draft)).toBe(expected));
