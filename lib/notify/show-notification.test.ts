import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Notification } from "./compose-notification.ts";
import { showNotification } from "./show-notification.ts";

type Listener = (id: string) => void;
const screen = vi.hoisted(() => ({ created: [] as object[], denied: false, shown: new Set<(id: string) => void>(), closed: new Set<(id: string) => void>() }));
const event = vi.hoisted(() => (listeners: Set<(id: string) => void>) => ({
  addListener: (listener: (id: string) => void) => void listeners.add(listener),
  removeListener: (listener: (id: string) => void) => void listeners.delete(listener),
}));
vi.mock("wxt/browser", () => ({
  browser: {
    runtime: { getURL: (path: string) => path },
    notifications: {
      create: async (id: string, options: object) => void screen.created.push({ id, ...options }),
      onShown: event(screen.shown),
      onClosed: event(screen.closed),
    },
  },
}));
vi.mock("./permission-level.ts", () => ({ isDenied: async () => screen.denied }));

const NOTIFICATION = { title: "New", message: "P1" } as Notification;
const OPTIONS = { type: "basic", iconUrl: "/icon/128.png", title: "New", message: "P1" };
const tell = (listeners: Set<Listener>, id: string) => {
  for (const listener of [...listeners]) listener(id);
};

beforeEach(() => {
  Object.assign(screen, { created: [], denied: false });
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("in Chrome a notification", () => {
  it.each([
    [true, { ...OPTIONS, silent: true }],
    [false, OPTIONS],
  ])("is silent if that is wanted: %s", async (silent, options) => {
    expect(await showNotification("a", { ...NOTIFICATION, silent })).toBe("handed-over");
    expect(screen.created).toEqual([{ id: "a", ...options }]);
  });

  it("is blocked where the person has said so", async () => {
    screen.denied = true;
    expect(await showNotification("a", NOTIFICATION)).toBe("blocked");
  });
});

describe("in Firefox a notification", () => {
  const show = async () => {
    vi.stubEnv("FIREFOX", "true");
    const result = { showing: "" };
    void showNotification("a", { ...NOTIFICATION, silent: true }).then((showing) => void Object.assign(result, { showing }));
    await vi.advanceTimersByTimeAsync(0);
    return result;
  };

  it.each<[string, () => unknown, number, string]>([
    ["shown when it says so", () => tell(screen.shown, "a"), 0, "shown"],
    ["not yet when another is shown", () => tell(screen.shown, "b"), 2_999, ""],
    ["blocked when it is closed at once and for good", () => tell(screen.closed, "a"), 500, "blocked"],
    ["not yet, for it may be the one before that was closed", () => tell(screen.closed, "a"), 499, ""],
    ["not blocked when another is closed", () => tell(screen.closed, "b"), 2_999, ""],
    ["handed over when nothing is said for three seconds", () => {}, 3_000, "handed-over"],
    ["not yet before", () => {}, 2_999, ""],
  ])("is %s", async (_, happens, ms, showing) => {
    const result = await show();
    happens();
    await vi.advanceTimersByTimeAsync(ms);
    expect(result.showing).toBe(showing);
    expect(screen.created).toEqual([{ id: "a", ...OPTIONS }]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect([screen.shown.size, screen.closed.size]).toEqual([0, 0]);
  });

  it("is shown where the one before was closed and it then came", async () => {
    const result = await show();
    tell(screen.closed, "a");
    tell(screen.shown, "a");
    await vi.advanceTimersByTimeAsync(600);
    expect(result.showing).toBe("shown");
  });
});
