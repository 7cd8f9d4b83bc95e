import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { heavyPlace } from "./heavy-place.ts";

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }));
vi.mock("../../messages.ts", () => ({ sendMessage }));

/** A browser's offscreen documents; it answers a request for one by making it, unless it refuses as often as `refusals` says. */
function documents({ isThere = false, isDeaf = false, refusals = 0, closesWhenRefused = false } = {}) {
  const state = { isThere, created: 0 };
  sendMessage.mockImplementation(async () => {
    if (!state.isThere || isDeaf) throw new Error("Could not establish connection. Receiving end does not exist.");
  });
  const createDocument = vi.fn(async () => {
    if (state.isThere || refusals-- > 0) {
      if (closesWhenRefused) state.isThere = false;
      throw new Error("Only a single offscreen document may be created.");
    }
    state.isThere = true;
    state.created++;
  });
  vi.stubGlobal("chrome", { offscreen: { hasDocument: async () => state.isThere, createDocument } });
  return state;
}

beforeEach(() => vi.spyOn(console, "warn").mockImplementation(() => {}));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  sendMessage.mockReset();
});

const ELSEWHERE = ["background"];
const HERE = ["background", "heavy"];

describe("heavy work", () => {
  it("is done by a document that is made for it", async () => {
    const state = documents();
    const { places, call } = heavyPlace();
    await call();
    expect([places(), state.created]).toEqual([ELSEWHERE, 1]);
  });

  it("is done by the document that is there, which is told of it", async () => {
    const state = documents({ isThere: true });
    const { places, call } = heavyPlace();
    await call();
    expect([places(), state.created, sendMessage.mock.calls]).toEqual([ELSEWHERE, 0, [["heavyWork"]]]);
  });

  it("is done by a new document where the one that was there closes before it is told", async () => {
    const state = documents({ isThere: true });
    sendMessage.mockImplementation(async () => {
      state.isThere = false;
      throw new Error("The message port closed before a response was received.");
    });
    const { places, call } = heavyPlace();
    await call();
    expect([places(), state.created]).toEqual([ELSEWHERE, 1]);
  });

  it("is done by a new document where the old one closes as another is asked for", async () => {
    const state = documents({ isThere: true, isDeaf: true, closesWhenRefused: true });
    const { places, call } = heavyPlace();
    await call();
    expect([places(), state.created]).toEqual([ELSEWHERE, 1]);
  });

  it("is left to a document that is at something long, and keeps nothing waiting", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const state = documents({ isThere: true });
    sendMessage.mockImplementation(() => new Promise(() => {}));
    const { places, call } = heavyPlace();
    const called = call();
    await vi.advanceTimersByTimeAsync(5_000);
    await called;
    expect([places(), state.created]).toEqual([ELSEWHERE, 0]);
  });

  it("is left to a document that has not begun to listen", async () => {
    documents({ isThere: true, isDeaf: true });
    const { places, call } = heavyPlace();
    await call();
    expect(places()).toEqual(ELSEWHERE);
  });

  it("is done by the one document, however many call at once", async () => {
    const state = documents();
    const { places, call } = heavyPlace();
    await Promise.all([call(), call(), call()]);
    expect([places(), state.created]).toEqual([ELSEWHERE, 1]);
  });

  it("is done here where the browser gives no document", async () => {
    documents({ refusals: 9 });
    const { places, call } = heavyPlace();
    expect(places()).toEqual(ELSEWHERE);
    await call();
    expect(places()).toEqual(HERE);
  });

  it("is done here where the browser knows of no such documents", () => {
    vi.stubGlobal("chrome", {});
    expect(heavyPlace().places()).toEqual(HERE);
  });
});
