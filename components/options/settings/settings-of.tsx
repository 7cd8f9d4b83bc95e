import { useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { SETTING_NAMES, SETTINGS, type SettingName, type Settings } from "../../../lib/terms/settings.ts";
import { isShown } from "./is-shown.ts";
import { Setting } from "./setting.tsx";
import { SETTING_PLACES, type SettingPage, type SettingPlace } from "./setting-places.ts";

interface SettingsOfProps {
  page: SettingPage;
  settings: Settings;
}

/** What stands in sight on a page, or those of it that `only` takes. */
export function PlainSettings({ page, settings, only = () => true }: SettingsOfProps & { only?: (name: SettingName) => boolean }) {
  const names = SETTING_NAMES.filter((name) => isAt(name, page, "plain") && isShown(name, settings) && only(name));
  return <Drawn names={names} settings={settings} />;
}

/** The rest of a page's settings, folded away: what few people want, and what was changed by a file. */
export function AdvancedSettings({ page, settings }: SettingsOfProps) {
  const [open, setOpen] = useState(false);
  // One that is set back to its default stays until the page is left: nothing goes from under one's hands.
  const changed = useRef(new Set<SettingName>());
  for (const name of SETTING_NAMES) if (settings[name] !== SETTINGS[name].default) changed.current.add(name);
  const names = SETTING_NAMES.filter(
    (name) => (isAt(name, page, "advanced") || (isAt(name, page, "file") && changed.current.has(name))) && isShown(name, settings),
  );
  return (
    <details class="advanced" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{translate("advanced")}</summary>
      {open && <Drawn names={names} settings={settings} />}
    </details>
  );
}

function Drawn({ names, settings }: { names: SettingName[]; settings: Settings }) {
  return (
    <>
      {names.map((name) => (
        <Setting key={name} name={name} value={settings[name]} />
      ))}
    </>
  );
}

function isAt(name: SettingName, page: SettingPage, place: SettingPlace): boolean {
  return SETTING_PLACES[name] === `${page}/${place}`;
}
