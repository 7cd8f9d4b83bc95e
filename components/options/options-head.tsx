import { PageHead } from "../head/page-head.tsx";
import { useOptionsPage } from "./pages/use-options-page.ts";

/** The head of the options: the watchlists stand for themselves, the other pages for the settings. */
export function OptionsHead() {
  return <PageHead current={useOptionsPage() === "watchlists" ? "watchlists" : "settings"} />;
}
