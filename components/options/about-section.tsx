import { useId } from "preact/hooks";
import { browser } from "wxt/browser";
import { translate } from "../../lib/language/translate.ts";
import { AskedHosts } from "../asked-hosts.tsx";
import { useAnchor } from "./use-anchor.ts";

export function AboutSection() {
  const heading = useId();
  const title = useAnchor("about");
  return (
    <section id="about" aria-labelledby={heading} class="about">
      <h2 id={heading} ref={title} tabIndex={-1}>
        {translate("about")}
      </h2>
      <p>{translate("version", [browser.runtime.getManifest().version])}</p>
      <p>
        <a href="/welcome.html">{translate("welcome_open")}</a>
      </p>
      <h3>{translate("hosts")}</h3>
      <AskedHosts />
      <h3>{translate("privacy")}</h3>
      <p>{translate("privacy_text")}</p>
    </section>
  );
}
