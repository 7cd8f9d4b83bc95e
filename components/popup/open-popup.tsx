import type { FirstScreen } from "../../lib/store/matches/first-screen.ts";
import { openPage } from "../open-page.tsx";
import { Popup } from "./popup.tsx";

/** Puts the popup itself in the place of what was drawn first. */
export function openPopup(first: FirstScreen | undefined): void {
  void openPage("extensionName", <Popup first={first} />, first !== undefined);
}
