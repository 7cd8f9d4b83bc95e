import { Fragment } from "preact";
import { translate } from "../lib/language/translate.ts";
import { DRAFT_HOST, INDEX_HOST, LISTING_HOST } from "../lib/terms/work-names.ts";
import "./asked-hosts.css";
import { hostPurpose } from "./options/status/hosts/host-purpose.ts";

const ASKED_HOSTS = [INDEX_HOST, DRAFT_HOST, LISTING_HOST];

/** Every host that PaperScout asks, and for what. */
export function AskedHosts() {
  return (
    <dl class="asked-hosts">
      {ASKED_HOSTS.map((host) => (
        <Fragment key={host}>
          <dt>
            <a href={`https://${host}/`} target="_blank" rel="noreferrer noopener">
              {host}
            </a>
          </dt>
          <dd>{hostPurpose(host, translate)}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
