import type { ElementHandle, Page } from "puppeteer-core";
import { HANGS_MS } from "./until.ts";

/** The button of that name, once it is there, can be pressed and stands still. The name is read as a screen reader would, but of what a button here can have: a label, else its text. */
export async function findButton(page: Page, name: string): Promise<ElementHandle<HTMLElement>> {
  const found = await page.waitForFunction(
    async (name) => {
      const words = (text: string | null | undefined) => (text ?? "").replaceAll(/\s+/g, " ").trim();
      const labelled = (button: Element) =>
        button
          .getAttribute("aria-labelledby")
          ?.split(" ")
          .map((id) => document.getElementById(id)?.textContent);
      const nameOf = (button: Element) => words(button.getAttribute("aria-label") ?? labelled(button)?.join(" ") ?? button.textContent);
      const isReady = (button: HTMLButtonElement) =>
        !button.disabled && button.ariaDisabled !== "true" && button.checkVisibility({ visibilityProperty: true }) && nameOf(button) === name;
      const button = [...document.querySelectorAll<HTMLButtonElement>('button, [role="button"]')].find(isReady);
      if (!button) return null;
      // Out from under what stays in sight while one scrolls.
      button.scrollIntoView({ block: "center", behavior: "instant" });
      const placeOf = () => JSON.stringify(button.getBoundingClientRect());
      const before = placeOf();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return placeOf() === before && isReady(button) ? button : null;
    },
    { polling: 100, timeout: HANGS_MS },
    name,
  );
  return found.asElement() as ElementHandle<HTMLElement>;
}
