import { useId } from "preact/hooks";
import { browser } from "wxt/browser";
import { translate } from "../../lib/translate.ts";

export function AboutSection() {
  const heading = useId();
  return (
    <section aria-labelledby={heading} class="about">
      <h2 id={heading}>{translate("about")}</h2>
      <p>{translate("version", [browser.runtime.getManifest().version])}</p>
      <h3>{translate("hosts")}</h3>
      <dl>
        <dt>
          <a href="https://wg21.link/" target="_blank" rel="noreferrer noopener">
            wg21.link
          </a>
        </dt>
        <dd>{translate("host_wg21_link")}</dd>
        <dt>isocpp.org, www.open-std.org</dt>
        <dd>{translate("host_others")}</dd>
      </dl>
      <h3>{translate("privacy")}</h3>
      <p>{translate("privacy_text")}</p>
    </section>
  );
}
