import * as v from "valibot";
import { type StatusFact, statusFactSchema } from "../../feed/fact.ts";
import { formatPaperId, parsePaperId } from "../../papers/paper-id.ts";
import { tidyText } from "../../papers/text/plain-text.ts";

const MAX_TEXT = 100;
const MAX_REASON = 40;
const MAX_LABELS = 40;

const text = v.pipe(v.string(), v.transform(tidyText));
/** What is read of an issue; there is much more. */
const issueSchema = v.object({
  number: v.number(),
  title: v.string(),
  state: v.string(),
  state_reason: v.nullish(text),
  labels: v.array(
    v.union([
      v.pipe(
        text,
        v.transform((name) => ({ name })),
      ),
      v.object({ name: text }),
    ]),
  ),
  milestone: v.nullish(v.object({ title: text })),
  updated_at: v.pipe(v.string(), v.isoTimestamp()),
  pull_request: v.optional(v.unknown()),
});

/** Where papers stand, by issues of github.com/cplusplus/papers. */
export interface ReadIssues {
  /** In their order: of two of one series the later one is the later. */
  statuses: StatusFact[];
  /** So many are issues, of papers or not. */
  issues: number;
  /** When the last one changed, as the host writes it; absent where there is none. */
  last?: string;
}

/** Reads an answer; "not-json", "not-a-list" where it is none. An issue whose title begins with no paper is passed by, as is one that cannot be read. */
export function readIssues(bytes: Uint8Array): ReadIssues | "not-json" | "not-a-list" {
  let list: unknown;
  try {
    list = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return "not-json";
  }
  if (!Array.isArray(list)) return "not-a-list";
  const issues = list.flatMap((one) => {
    const read = v.safeParse(issueSchema, one);
    return read.success ? [read.output] : [];
  });
  const last = issues.at(-1)?.updated_at;
  return { statuses: issues.flatMap((issue) => statusOf(issue) ?? []), issues: list.length, ...(last !== undefined && { last }) };
}

function statusOf({
  number,
  title,
  state,
  state_reason,
  labels,
  milestone,
  updated_at,
  pull_request,
}: v.InferOutput<typeof issueSchema>): StatusFact | undefined {
  const series = pull_request === undefined ? seriesOf(title) : undefined;
  const names = labels.map(({ name }) => name.slice(0, MAX_TEXT)).filter(Boolean);
  const read = v.safeParse(statusFactSchema, {
    series,
    at: Date.parse(updated_at),
    issue: number,
    state,
    ...(state_reason && { reason: state_reason.slice(0, MAX_REASON) }),
    labels: names.slice(0, MAX_LABELS),
    ...(milestone?.title && { milestone: milestone.title.slice(0, MAX_TEXT) }),
  });
  return read.success ? read.output : undefined;
}

/** "P2300 R10 `std::execution`", "P2300R10 …": the committee's script begins a title so. */
function seriesOf(title: string): string | undefined {
  const [, digits] = /^\s{0,9}P(\d{4,6})(?:R\d{1,3})?(?![\p{L}\p{N}])/iu.exec(title) ?? [];
  const id = parsePaperId(`P${digits}`);
  return id?.regular ? formatPaperId({ prefix: "P", number: id.number }) : undefined;
}
