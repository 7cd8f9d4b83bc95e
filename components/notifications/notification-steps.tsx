import { type MessageKey, translate } from "../../lib/language/translate.ts";
import { systemOf } from "./system-of.ts";

const STEPS = {
  windows: ["steps_windows_1", "steps_windows_2", "steps_windows_3"],
  macos: ["steps_macos_1", "steps_macos_2", "steps_macos_3"],
  linux: ["steps_linux_1", "steps_linux_2", "steps_linux_3"],
  chrome: ["steps_chrome_1", "steps_chrome_2", "steps_chrome_3"],
  firefox: ["steps_firefox_1", "steps_firefox_2"],
} as const satisfies Record<string, MessageKey[]>;

/** What to do where notifications do not come through: in this person's system and browser; in every system where that is not known. */
export function NotificationSteps() {
  const system = systemOf(navigator.userAgent);
  const places = [import.meta.env.FIREFOX ? "firefox" : "chrome", ...(system ? [system] : (["windows", "macos", "linux"] as const))] as const;
  return (
    <div class="steps">
      {places.map((place) => (
        <div key={place}>
          <b>{translate(`steps_${place}`)}</b>
          <ol>
            {STEPS[place].map((step) => (
              <li key={step}>{translate(step)}</li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}
