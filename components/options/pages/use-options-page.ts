import { useEffect, useState } from "preact/hooks";
import { type OptionsPage, readOptionsPage } from "./options-pages.ts";

/** The page that the address names, as it changes. */
export function useOptionsPage(): OptionsPage {
  const [page, setPage] = useState(() => readOptionsPage(location.hash));
  useEffect(() => {
    const follow = () => setPage(readOptionsPage(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return page;
}
