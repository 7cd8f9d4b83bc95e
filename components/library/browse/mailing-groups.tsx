import { translate } from "../../../lib/language/translate.ts";
import type { groupByAudience } from "../../../lib/library/mailings.ts";
import { formatRoute } from "../../../lib/library/route.ts";
import { formatNumber } from "../../text/format-number.ts";
import { useWatchlists } from "../../watching/watchlists-context.tsx";

interface MailingGroupsProps {
  mailing: string;
  groups: ReturnType<typeof groupByAudience>;
  /** So many at most; absent: all. */
  most?: number;
  /** Whoever asks again for what the address says already is to be brought there again. */
  onAgain?: (audience: string) => void;
}

/** The ways to what each audience has in a mailing, those that are watched first. */
export function MailingGroups({ mailing, groups, most, onAgain }: MailingGroupsProps) {
  const known = useWatchlists();
  const isWatched = ({ audience }: { audience: string }) => (known?.standing({ kind: "audience", text: audience }).length ?? 0) > 0;
  const named = groups.filter(({ audience }) => audience !== "");
  if (named.length === 0) return null;
  const sorted = [...named.filter(isWatched), ...named.filter((group) => !isWatched(group))];
  return (
    <nav class="mailing-groups" aria-label={translate("mailing_groups", [mailing])}>
      {sorted.slice(0, most).map((group) => (
        <a
          key={group.audience}
          href={formatRoute({ page: "mailing", mailing, audience: group.audience })}
          class={isWatched(group) ? "watched" : ""}
          onClick={(event) => location.hash === event.currentTarget.hash && onAgain?.(group.audience)}
        >
          <bdi>{group.audience}</bdi> <span class="count">{formatNumber(group.papers)}</span>
        </a>
      ))}
    </nav>
  );
}
