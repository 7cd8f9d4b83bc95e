import { expect, it } from "vitest";
import { whenOpened } from "./when-opened.ts";

it("hears of a click and of the middle button, not of the right one", () => {
  const heard: string[] = [];
  const { onClick, onAuxClick } = whenOpened(() => heard.push("opened"));
  onClick();
  expect(heard).toHaveLength(1);
  onAuxClick({ button: 2 });
  expect(heard).toHaveLength(1);
  onAuxClick({ button: 1 });
  expect(heard).toHaveLength(2);
});
