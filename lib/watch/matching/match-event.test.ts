import { describe, expect, it } from "vitest";
import type { Paper } from "../../papers/paper.ts";
import type { DraftEvent, LogEvent, PaperEvent } from "../../papers/paper-event.ts";
import { type Matcher, matchEvent } from "./match-event.ts";

const paper: Paper = { id: "P2300R11", type: "paper", prefix: "P", number: 2300, revision: 11, title: "Senders", authors: [], audience: [] };
const before: Paper = { ...paper, title: "Executors" };
const reason = { kind: "title" as const, watched: "senders", found: "Senders" };
const senders: Matcher = ({ title }) => (title === "Senders" ? reason : undefined);
const all: Matcher = () => reason;
const none: Matcher = () => undefined;

const change = (kind: "paper-filled" | "paper-changed" | "paper-returned"): PaperEvent => ({ kind, paper, before, fields: ["title"] });
const draft = (kind: DraftEvent["kind"]): PaperEvent => ({ kind, paper, draft: { version: "1" } });
const from = { id: "D2300R11", link: "", foundAt: 1, days: 1 };

describe("an event that a watch looks at", () => {
  it.each<[name: string, event: LogEvent, isNews: boolean]>([
    ["a new paper", { kind: "paper-added", paper }, true],
    ["a filled stub, whatever it was before", change("paper-filled"), true],
    ["a paper that a listing has and the index lacks", { kind: "paper-listed", paper }, true],
    ["a draft", draft("draft-found"), true],
    ["a draft that was read", draft("draft-read"), true],
    ["a changed draft, which its match tells of", draft("draft-changed"), false],
    ["a draft that is gone", draft("draft-gone"), false],
    ["a published draft, which is a new paper as well", { kind: "draft-published", paper, from }, false],
    ["a paper that is gone", { kind: "paper-vanished", paper }, false],
    ["a mass change", { kind: "mass-change", field: "title", papers: 500 }, false],
    ["a new kind", { kind: "new-kind", prefix: "D", papers: 20 }, false],
  ])("is %s: news %3$s", (_, event, isNews) => {
    expect(matchEvent(event, all)).toEqual(isNews ? reason : undefined);
    expect(matchEvent(event, none)).toBeUndefined();
  });

  it.each<[event: PaperEvent]>([[change("paper-changed")], [change("paper-returned")], [{ kind: "paper-listed", paper, before }]])(
    "is a correction, and news only where the watch did not apply before: %j",
    (event) => {
      expect(matchEvent(event, senders)).toEqual(reason);
      expect(matchEvent(event, all)).toBeUndefined();
    },
  );
});
