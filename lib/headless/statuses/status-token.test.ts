import { expect, it } from "vitest";
import { tokenOf } from "./status-token.ts";

it("a token is taken from the environment alone", () => {
  expect(tokenOf({ PAPERSCOUT_GITHUB_TOKEN: " github_pat_x\n", GITHUB_TOKEN: "other" })).toBe("github_pat_x");
  expect([tokenOf({}), tokenOf({ PAPERSCOUT_GITHUB_TOKEN: "" })]).toEqual([undefined, undefined]);
});

it.each(["two words", "ü", "x".repeat(301), "a\nb"])("what is none is refused, and not shown: %j", (token) => {
  const refusal = (() => {
    try {
      return tokenOf({ PAPERSCOUT_GITHUB_TOKEN: token });
    } catch (error) {
      return (error as Error).message;
    }
  })();
  expect(refusal).toMatch(/^PAPERSCOUT_GITHUB_TOKEN holds no token/);
  expect(refusal).not.toContain(token);
});
