import type { Route } from "../../lib/library/route.ts";
import { type HeadPage, PageHead } from "../head/page-head.tsx";
import { useRoute } from "./use-route.ts";

/** Which of the full pages one is on, or has come from. */
const PLACES = {
  search: { current: "papers" },
  paper: { within: "papers" },
  changes: { within: "papers" },
  author: { within: "papers" },
  mailings: { current: "mailings" },
  mailing: { within: "mailings" },
  inbox: { current: "inbox" },
  nothing: {},
} as const satisfies Record<Route["page"], { current?: HeadPage; within?: HeadPage }>;

/** The head of the library. */
export function LibraryHead() {
  return <PageHead {...PLACES[useRoute().page]} />;
}
