import { browser } from "wxt/browser";
import { translate } from "../../lib/language/translate.ts";
import { readSettings } from "../../lib/store/lists/settings-store.ts";
import { AskedHosts } from "../asked-hosts.tsx";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { PlainSettings } from "./settings/settings-of.tsx";

export function AboutPage() {
  const settings = useLiveQuery(readSettings);
  return (
    <>
      <p>{translate("extensionDescription")}</p>
      <p>
        {translate("version", [browser.runtime.getManifest().version])} · <a href="/welcome.html">{translate("welcome_open")}</a>
      </p>
      {settings && <PlainSettings page="about" settings={settings} />}
      <h2>{translate("hosts")}</h2>
      <AskedHosts />
      <h2>{translate("privacy")}</h2>
      <p>{translate("privacy_text")}</p>
    </>
  );
}
