import type { SettingName, Settings } from "../../../lib/terms/settings.ts";

/** Whether a setting does anything beside the others as they are: what does nothing is not shown. */
export function isShown(name: SettingName, { draftPolicy, quietHours, feeds }: Pick<Settings, "draftPolicy" | "quietHours" | "feeds">): boolean {
  if (name.startsWith("sweep")) return draftPolicy === "sweep";
  switch (name) {
    case "quietBaseMinutes":
      return draftPolicy === "quiet";
    case "quietFromHour":
    case "quietUntilHour":
      return quietHours;
    case "feeds":
      // Drawn by itself, below.
      return false;
    case "askAsWell":
      return feeds !== "";
    case "silentNotifications":
      // Firefox leaves the sound to the system.
      return !import.meta.env.FIREFOX;
    default:
      return true;
  }
}
