import { browser } from "wxt/browser";

/** Chrome only: Firefox has no such question, and `Notification.permission` is about the notifications of web pages. */
interface Levelled {
  getPermissionLevel?: () => Promise<"granted" | "denied">;
}

/** True where the person has told the browser to show no notification of PaperScout; false where that cannot be asked. What the system does to them no browser says. */
export async function isDenied(): Promise<boolean> {
  return (await (browser.notifications as Levelled).getPermissionLevel?.()) === "denied";
}
