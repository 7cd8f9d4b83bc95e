import { beforeEach, describe, expect, it, vi } from "vitest";
import { soon } from "../../../test/soon.ts";
import { freshDatabase } from "../../../test/store/fresh-database.ts";
import { indexOf } from "../../../test/store/index-of.ts";
import type { Database } from "../../store/database/database.ts";
import { replaceIndex } from "../../store/index/replace-index.ts";
import { answerOmnibox } from "./answer-omnibox.ts";
import type { Suggestion } from "./suggestion.ts";

/** Half of it is enough to see whether somebody waits. */
const WITHIN_PATIENCE_MS = 1_000;

const bar = vi.hoisted(() => {
  const event = <Heard extends unknown[]>() => {
    let heard: (...heard: Heard) => unknown = () => {};
    return {
      /** Of one bar after the other, the last one listens. */
      addListener(listener: (...heard: Heard) => unknown) {
        heard = listener;
      },
      hear: (...what: Heard) => void heard(...what),
    };
  };
  return {
    started: event<[]>(),
    changed: event<[string, (suggestions: unknown[]) => void]>(),
    entered: event<[string, string]>(),
    /** The browser's own line, as it was set one after the other. */
    lines: [] as string[],
    opened: [] as unknown[],
  };
});
vi.mock("wxt/browser", () => ({
  browser: {
    omnibox: {
      onInputStarted: bar.started,
      onInputChanged: bar.changed,
      onInputEntered: bar.entered,
      setDefaultSuggestion: ({ description }: { description: string }) => bar.lines.push(description),
    },
    runtime: { getURL: (path: string) => `extension:${path}` },
    tabs: {
      update: async (where: object) => bar.opened.push({ tab: "current", ...where }),
      create: async (where: object) => bar.opened.push({ tab: "new", ...where }),
    },
  },
}));
vi.mock("../../language/translate.ts", () => ({ translate: (key: string) => key }));

/** The address bar with an index that is there once `arrive` was called. */
async function typing() {
  const db = await freshDatabase();
  await replaceIndex(db, indexOf({ P2300R0: { title: "Rings" }, P2300R10: { title: "Rings" }, N4950: { title: "Working Draft" } }), {}, 1);
  let arrive = () => {};
  const there = new Promise<Database>((resolve) => {
    arrive = () => resolve(db);
  });
  answerOmnibox(() => there);
  return { arrive };
}

function ask(text: string): Suggestion[][] {
  const answers: Suggestion[][] = [];
  bar.changed.hear(text, (suggestions) => answers.push(suggestions as Suggestion[]));
  return answers;
}

beforeEach(() => {
  bar.lines.length = 0;
  bar.opened.length = 0;
});

describe("behind the keyword in the address bar", () => {
  it("is suggested what was typed last, not what was asked before", async () => {
    const { arrive } = await typing();
    const [stale, latest] = [ask("working"), ask("rings")];
    arrive();
    await soon(() => expect(latest).toHaveLength(1));
    expect(latest[0]?.map(({ content }) => content)).toEqual(["P2300"]);
    expect(stale).toEqual([]);
  });

  it("is said that the index is being read, until it is", async () => {
    const { arrive } = await typing();
    bar.started.hear();
    expect(bar.lines.at(-1)).toBe("omnibox_reading");
    arrive();
    await soon(() => expect(bar.lines.at(-1)).toBe("omnibox_search"));
  });

  it.each([
    ["currentTab", { tab: "current" }],
    ["newForegroundTab", { tab: "new", active: true }],
    ["newBackgroundTab", { tab: "new", active: false }],
  ])("opens a paper's page where it is wanted: %s, also before the index is read", async (disposition, where) => {
    await typing();
    bar.entered.hear("p2300r10", disposition);
    await soon(() => expect(bar.opened).toEqual([{ ...where, url: "extension:/library.html#/paper/P2300R10" }]));
  });

  it.each([
    ["2300", "#/paper/P2300"],
    [" 4950 ", "#/paper/N4950"],
    ["77", "#/search/77"],
  ])("leads a number alone to its paper, after the index is read: %j", async (text, hash) => {
    const { arrive } = await typing();
    bar.entered.hear(text, "currentTab");
    expect(bar.opened).toEqual([]);
    arrive();
    await soon(() => expect(bar.opened).toEqual([{ tab: "current", url: `extension:/library.html${hash}` }]));
  });

  it("looks for a number where the index is not read in time, and for words at once", async () => {
    vi.useFakeTimers();
    try {
      answerOmnibox(() => new Promise(() => {}));
      bar.entered.hear("2300", "currentTab");
      bar.entered.hear("rings", "currentTab");
      await vi.advanceTimersByTimeAsync(WITHIN_PATIENCE_MS);
      expect(bar.opened).toEqual([{ tab: "current", url: "extension:/library.html#/search/rings" }]);
      await vi.advanceTimersByTimeAsync(2 * WITHIN_PATIENCE_MS);
      expect(bar.opened).toContainEqual({ tab: "current", url: "extension:/library.html#/search/2300" });
    } finally {
      vi.useRealTimers();
    }
  });

  it("opens the library also where the database does not open", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    answerOmnibox(async () => Promise.reject(new Error("closed")));
    bar.entered.hear("2300", "currentTab");
    await soon(() => expect(bar.opened).toEqual([{ tab: "current", url: "extension:/library.html#/search/2300" }]));
    vi.restoreAllMocks();
  });
});
