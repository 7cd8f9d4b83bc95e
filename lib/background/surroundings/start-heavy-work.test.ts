import { afterEach, expect, it, vi } from "vitest";
import type { Surroundings } from "../../work/drain.ts";
import { startHeavyWork } from "./start-heavy-work.ts";

const { sendMessage, onMessage, state } = vi.hoisted(() => ({
  sendMessage: vi.fn(),
  onMessage: vi.fn(),
  state: { drain: async (_: { onSliceEnd(ran: number): Promise<void> }): Promise<void> => {} },
}));
vi.mock("../../messages.ts", () => ({ sendMessage, onMessage }));
vi.mock("./database-connection.ts", () => ({ databaseConnection: () => async () => ({}) }));
vi.mock("./create-work.ts", () => ({ createWork: (_: unknown, around: Surroundings) => ({ drain: () => state.drain(around) }) }));

/** The document, whose work runs so many jobs a drain; gives what it told the background, and how often it closed. */
function opened(...jobs: number[]) {
  const close = vi.fn();
  vi.stubGlobal("window", { close });
  sendMessage.mockReset().mockResolvedValue(undefined);
  onMessage.mockReset();
  let drains = 0;
  state.drain = async ({ onSliceEnd }) => onSliceEnd(jobs[drains++] ?? 0);
  startHeavyWork();
  return { close, call: () => onMessage.mock.calls[0]?.[1]() };
}

afterEach(() => vi.unstubAllGlobals());
const quiet = () => new Promise((resolve) => setTimeout(resolve));

it("the document tells the background to look when it has done something, and closes", async () => {
  const { close } = opened(2);
  await quiet();
  expect(sendMessage.mock.calls).toEqual([["heavyDone"]]);
  expect(close).toHaveBeenCalledTimes(1);
});

it("where there was nothing to do it closes and tells nobody, so that nobody makes it anew for that", async () => {
  const { close } = opened(0);
  await quiet();
  expect(sendMessage).not.toHaveBeenCalled();
  expect(close).toHaveBeenCalledTimes(1);
});

it("it stays open for work that it is called for while it tells", async () => {
  const { close, call } = opened(1, 1);
  const closedAfter: number[] = [];
  sendMessage.mockImplementationOnce(async () => call());
  sendMessage.mockImplementation(async () => void closedAfter.push(close.mock.calls.length));
  await quiet();
  expect(closedAfter).toEqual([0]);
  expect(close).toHaveBeenCalledTimes(1);
});

it("it closes where its work fails", async () => {
  const { close, call } = opened(0);
  await quiet();
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  state.drain = () => Promise.reject(new Error("broken"));
  call();
  await quiet();
  expect(close).toHaveBeenCalledTimes(2);
  error.mockRestore();
});
