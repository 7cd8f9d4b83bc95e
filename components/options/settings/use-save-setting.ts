import { useEffect, useState } from "preact/hooks";
import { sendMessage } from "../../../lib/messages.ts";
import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { useAttempt } from "../../attempts.tsx";

const SHOWN_MS = 3_000;

/** Saves a setting; `saved` is true for a moment after that. The caller has validated the value. */
export function useSaveSetting(name: SettingName): { saved: boolean; save: (value: SettingValue) => void } {
  const attempt = useAttempt();
  const [savedAt, setSavedAt] = useState(0);
  useEffect(() => {
    if (savedAt === 0) return;
    const timer = setTimeout(() => setSavedAt(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [savedAt]);
  const save = (value: SettingValue) =>
    void attempt(async () => {
      await sendMessage("setSetting", { name, value });
      setSavedAt(Date.now());
    });
  return { saved: savedAt > 0, save };
}
