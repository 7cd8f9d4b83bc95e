import { translate } from "../../../lib/language/translate.ts";
import type { Catalogue } from "../../../lib/library/catalogue.ts";
import { groupByAudience, readMailing } from "../../../lib/library/mailings.ts";
import { To } from "../links.tsx";
import { useBreathing } from "../use-breathing.ts";
import { MailingGroups } from "./mailing-groups.tsx";

/** What fits a line of most windows: the list below is not to be pushed down. */
const SHOWN = 7;

/** The way from the beginning to what each audience has in the newest mailing. */
export function NewestMailing({ catalogue }: { catalogue: Catalogue }) {
  const id = catalogue.mailings[0]?.value;
  const groups = useBreathing(async (breathe) => (id === undefined ? [] : groupByAudience((await readMailing(catalogue, id, breathe)).documents)), [catalogue]);
  // Its place is kept: what is below does not move when it is there.
  return (
    <div class="newest-mailing">
      {id !== undefined && (
        <>
          <To route={{ page: "mailing", mailing: id }}>{translate("mailing_title", [id])}</To>
          {groups && <MailingGroups mailing={id} groups={groups} most={SHOWN} />}
        </>
      )}
    </div>
  );
}
