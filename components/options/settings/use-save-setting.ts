import { useEffect, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import type { SettingName, SettingValue } from "../../../lib/terms/settings.ts";
import { useAttempt } from "../../attempts.tsx";
import { useSay } from "../../said.tsx";

const SHOWN_MS = 3_000;

interface Saving {
  /** True for a moment after the last change, unless something went wrong since. */
  saved: boolean;
  /** The caller has validated the value. */
  save: (value: SettingValue) => void;
  /** Something is wrong now: what was saved before is no answer to it. */
  unsay: () => void;
}

export function useSaveSetting(name: SettingName): Saving {
  const attempt = useAttempt();
  const say = useSay();
  const [savedAt, setSavedAt] = useState(0);
  useEffect(() => {
    if (savedAt === 0) return;
    const timer = setTimeout(() => setSavedAt(0), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [savedAt]);
  const unsay = () => setSavedAt(0);
  const save = (value: SettingValue) => {
    unsay();
    void attempt(async () => {
      await sendMessage("setSetting", { name, value });
      setSavedAt(Date.now());
      say(translate("saved"));
    });
  };
  return { saved: savedAt > 0, save, unsay };
}
