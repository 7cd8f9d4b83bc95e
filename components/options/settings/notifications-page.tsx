import { useId } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { readSettings } from "../../../lib/store/lists/settings-store.ts";
import type { SettingName } from "../../../lib/terms/settings.ts";
import { useLiveQuery } from "../../hooks/use-live-query.ts";
import { NotificationTest } from "../../notifications/notification-test.tsx";
import { AdvancedSettings, PlainSettings } from "./settings-of.tsx";

const isWhatToTell = (name: SettingName) => name.startsWith("tell");

/** Whether, when and of what a person is told. */
export function NotificationsPage() {
  const settings = useLiveQuery(readSettings);
  const heading = useId();
  if (!settings) return null;
  return (
    <>
      <PlainSettings page="notifications" settings={settings} only={(name) => !isWhatToTell(name)} />
      <NotificationTest />
      <section aria-labelledby={heading}>
        <h2 id={heading}>{translate("tell_me_of")}</h2>
        <PlainSettings page="notifications" settings={settings} only={isWhatToTell} />
      </section>
      <AdvancedSettings page="notifications" settings={settings} />
    </>
  );
}
