import { translate } from "../../../../lib/language/translate.ts";
import type { TierOutlook } from "../../../../lib/probe/quiet.ts";
import { formatNumber } from "../../../text/format-number.ts";
import { intervalText } from "./agenda-text.ts";

/** How many files there are of each kind, how many of them are due, and how often they are asked for. */
export function TierTable({ tiers }: { tiers: TierOutlook[] }) {
  return (
    <table class="tiers">
      <caption>{translate("tiers")}</caption>
      <thead>
        <tr>
          <th scope="col">{translate("tier")}</th>
          <th scope="col">{translate("tier_files")}</th>
          <th scope="col">{translate("tier_due")}</th>
          <th scope="col">{translate("tier_every")}</th>
        </tr>
      </thead>
      <tbody>
        {tiers.map((agenda) => (
          <tr key={agenda.tier}>
            <th scope="row">{translate(`tier_${agenda.tier}`)}</th>
            <td>{formatNumber(agenda.files)}</td>
            <td>{formatNumber(agenda.due)}</td>
            <td>{intervalText(agenda, translate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
