import { describe, expect, it } from "vitest";
import { speak } from "../../test/speak.ts";
import type { Match } from "../watch/match.ts";
import type { Reason } from "../watch/watch.ts";
import { composeNotification, notificationId } from "./compose-notification.ts";

function found(id: string, number: number, ...reasons: Reason[]): Match {
  const paper = { id, type: "paper" as const, prefix: "P" as const, number, title: `Title of ${id}`, authors: [], audience: [] };
  return {
    id,
    paper,
    kind: "paper-added",
    reasons: reasons.map((reason) => ({ ...reason, list: 1, listName: "x" })),
    foundAt: 1,
    notifiedAt: 0,
    notification: "",
    readAt: 0,
  };
}

const paper = (watched: string): Reason => ({ kind: "paper", watched, found: watched });
const author = (watched: string, name = watched): Reason => ({ kind: "author", watched, found: name });
const audience: Reason = { kind: "audience", watched: "LEWG", found: "LEWG" };

describe("composing a notification", () => {
  it("names a single paper with its title and why it is told", () => {
    expect(composeNotification([found("P2300R10", 2300, author("Kuhl", "Dietmar Kühl"))], 3, speak)).toEqual({
      title: "A paper you watch: P2300R10",
      message: "P2300R10 Title of P2300R10 (author Dietmar Kühl (watched: Kuhl))",
    });
  });

  it("names the best three, what was watched most exactly first, and how many more", () => {
    const matches = [
      found("P1R0", 1, audience),
      found("P2R0", 2, audience),
      found("P3R0", 3, author("Noether")),
      found("P4R0", 4, paper("P4")),
      found("P5R0", 5, audience),
    ];
    const { title, message } = composeNotification(matches, 3, speak);
    expect(title).toBe("5 papers you watch");
    expect(message.split("\n").map((line) => line.split(" ")[0])).toEqual(["P4R0", "P3R0", "P5R0", "and"]);
    expect(message).toContain("and 2 more");
  });

  it("gives two reasons at most, each once", () => {
    const { message } = composeNotification([found("P1R0", 1, audience, author("Noether"), author("Noether"), paper("P1"))], 3, speak);
    expect(message).toContain("(P1, author Noether)");
  });

  it("takes its id from the papers, whatever their order", () => {
    const [a, b, c] = [found("P1R0", 1, audience), found("P2R0", 2, audience), found("P3R0", 3, audience)];
    expect(notificationId([a, b])).toBe(notificationId([b, a]));
    expect(notificationId([a, b])).not.toBe(notificationId([a, c]));
    expect(notificationId(Array.from({ length: 3000 }, (_, n) => found(`P${n}R0`, n, audience))).length).toBeLessThan(100);
  });
});
