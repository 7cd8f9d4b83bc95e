import type { System } from "../../components/notifications/system-of.ts";
import { COUNTED } from "../../components/options/data/done-text.ts";
import { choiceKey } from "../../components/options/settings/choice-key.ts";
import type { Dead } from "../../components/options/watchlists/rows/watch-facts.tsx";
import { underscored } from "../../components/text/underscored.ts";
import type { NoText } from "../../lib/document/document.ts";
import type { Refusal } from "../../lib/feed/refusal.ts";
import type { SubscriptionProblem } from "../../lib/feed/subscription.ts";
import { KINDS_OF_TEXT } from "../../lib/library/changes/shown-changes.ts";
import { type FilterName, KINDS, SORTS } from "../../lib/library/filters.ts";
import { GROUPINGS, INBOX_VIEWS } from "../../lib/library/inbox/inbox-view.ts";
import type { Citations } from "../../lib/library/paper/citations.ts";
import type { LibraryDocument } from "../../lib/library/paper/document.ts";
import { TIERS } from "../../lib/probe/policy.ts";
import type { ListMode } from "../../lib/store/database/schema.ts";
import type { CheckPhase } from "../../lib/store/database/state-rows.ts";
import { FEED_CHOICES } from "../../lib/store/matches/feed-matches.ts";
import type { CheckFailure } from "../../lib/terms/check-outcome.ts";
import { SETTING_NAMES, SETTINGS, type Setting, type Settings } from "../../lib/terms/settings.ts";
import type { SuggestedWatch } from "../../lib/watch/suggesting/suggest-watches.ts";
import type { RuleFlaw } from "../../lib/watch/syntax/parse-rule.ts";
import type { TermKind } from "../../lib/watch/syntax/split-terms.ts";
import type { WatchKind } from "../../lib/watch/watch.ts";

type Failure = Exclude<CheckFailure["kind"], "too-large" | "sudden-loss" | "refused" | "server-error">;

const WATCH_KINDS = names<WatchKind>({ paper: true, author: true, title: true, audience: true, rule: true });
const TERM_KINDS = names<TermKind>({ paper: true, author: true, title: true, audience: true, kind: true });
const RULE_FLAWS = names<RuleFlaw>({ "no-value": true, "unknown-prefix": true, "no-prefix": true, "only-not": true, contradiction: true, "too-long": true });
const STEP_PLACES = names<System | "chrome" | "firefox">({ windows: true, macos: true, linux: true, chrome: true, firefox: true });
const LIST_MODES = names<ListMode>({ notify: true, badge: true, off: true });
const POLICIES = names<Settings["draftPolicy"]>({ quiet: true, sweep: true });
const PHASES = names<CheckPhase>({ asking: true, receiving: true, comparing: true });
const FAILURES = names<Failure>({
  offline: true,
  unreachable: true,
  timeout: true,
  "cut-off": true,
  "not-allowed": true,
  "not-found": true,
  "rate-limited": true,
  html: true,
  "not-json": true,
  "not-object": true,
  "no-papers": true,
  "storage-full": true,
  interrupted: true,
});
const NO_TEXTS = names<Exclude<NoText, "too-large"> | "unlisted">({
  empty: true,
  "not-a-document": true,
  encrypted: true,
  broken: true,
  "no-text": true,
  "took-too-long": true,
  "no-reader": true,
  unlisted: true,
});
const PROBLEMS = names<SubscriptionProblem>({
  "not-an-address": true,
  "not-https": true,
  "has-credentials": true,
  "has-query": true,
  "no-key": true,
  "bad-key": true,
  "too-many-keys": true,
});
const REFUSALS = names<Refusal | "elsewhere">({
  "too-large": true,
  html: true,
  "not-json": true,
  "not-a-feed": true,
  "unknown-format": true,
  "unknown-key": true,
  "bad-signature": true,
  older: true,
  contradicts: true,
  "from-the-future": true,
  "wrong-hash": true,
  "too-many": true,
  elsewhere: true,
});
const FILTERS = names<Exclude<FilterName, "kind" | "watched" | "unread">>({ audience: true, year: true, mailing: true, author: true });
const CITATIONS = names<keyof Citations>({ link: true, markdown: true, bibtex: true, id: true });
const SOURCES = names<LibraryDocument["from"]>({ index: true, listing: true, draft: true });
const EXAMPLES = names<Exclude<SuggestedWatch["watch"]["kind"], "paper">>({ author: true, audience: true, title: true });
/** Of the table of a paper's documents. */
const COLUMNS = ["document", "date", "mailing", "audience", "authors", "title", "changes", "source"];
const CHOICES = SETTING_NAMES.flatMap((name) => {
  const setting: Setting = SETTINGS[name];
  return setting.type === "choice" ? setting.choices.map((_, position) => choiceKey(name, position)) : [];
});

/** The keys that the code puts together from values: those that each template ("*" for a value) may come to. */
export const MADE_KEYS: Record<string, readonly string[]> = {
  "count_*": COUNTED.map((name) => `count_${name}`),
  "changes_kind_*": KINDS_OF_TEXT.map((kind) => `changes_kind_${kind}`),
  "text_*": NO_TEXTS.map((kind) => `text_${underscored(kind)}`),
  "shared_problem_*": PROBLEMS.map((problem) => `shared_problem_${underscored(problem)}`),
  "shared_refusal_*": REFUSALS.map((refusal) => `shared_refusal_${underscored(refusal)}`),
  "setting_*": SETTING_NAMES.map((name) => `setting_${name}`),
  "setting_*_help": SETTING_NAMES.map((name) => `setting_${name}_help`),
  "choice_*_*": CHOICES,
  "kind_*": WATCH_KINDS.map((kind) => `kind_${kind}`),
  "inbox_by_*": GROUPINGS.map((by) => `inbox_by_${by}`),
  "inbox_empty_*": INBOX_VIEWS.map((view) => `inbox_empty_${view}`),
  "watch_one_*": ["watch_one_author", "watch_one_audience"],
  "watch_*": WATCH_KINDS.map((kind) => `watch_${kind}`),
  "problem_rule_*": RULE_FLAWS.map((flaw) => `problem_rule_${underscored(flaw)}`),
  "steps_*": STEP_PLACES.map((place) => `steps_${place}`),
  "problem_bad_*": TERM_KINDS.map((kind) => `problem_bad_${kind}`),
  "mode_*": LIST_MODES.map((mode) => `mode_${mode}`),
  "mode_*_help": LIST_MODES.map((mode) => `mode_${mode}_help`),
  "view_*": INBOX_VIEWS.map((view) => `view_${view}`),
  "feed_choice_*": FEED_CHOICES.map((choice) => `feed_choice_${choice}`),
  "feed_title_*": FEED_CHOICES.map((choice) => `feed_title_${choice}`),
  "tier_*": TIERS.map((tier) => `tier_${tier}`),
  "filter_*": FILTERS.map((name) => `filter_${name}`),
  "filter_kind_*": KINDS.map((kind) => `filter_kind_${kind}`),
  "sort_*": SORTS.map((sort) => `sort_${sort}`),
  "cite_*": CITATIONS.map((format) => `cite_${format}`),
  "source_*": SOURCES.map((from) => `source_${from}`),
  "column_*": COLUMNS.map((column) => `column_${column}`),
  "example_*": EXAMPLES.map((kind) => `example_${kind}`),
  "agenda_policy_*": POLICIES.map((policy) => `agenda_policy_${policy}`),
  "status_checking_*": PHASES.map((phase) => `status_checking_${phase}`),
  "dead_*": names<Dead["why"]>({ nobody: true, nothing: true, there: true }).map((why) => `dead_${why}`),
  "outcome_*": FAILURES.map((kind) => `outcome_${underscored(kind)}`),
};

/** All names of a type of words: the compiler complains where one lacks or is too many. */
function names<Name extends string>(all: Record<Name, true>): Name[] {
  return Object.keys(all) as Name[];
}
