import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";

/** How copying ended. `count` tells one time from the next: the same words twice are said twice. */
export interface Copied {
  text: string;
  isRefused: boolean;
  count: number;
}

/** Copies a text that is called so, and remembers how that went, for the one place of the page that says it. */
export function useCopy(): [Copied, (text: string, name: string) => Promise<void>] {
  const [copied, setCopied] = useState<Copied>({ text: "", isRefused: false, count: 0 });
  const copy = async (text: string, name: string) => {
    const isRefused = await navigator.clipboard.writeText(text).then(
      () => false,
      () => true,
    );
    setCopied(({ count }) => ({ text: isRefused ? translate("cite_refused") : translate("cite_copied", [name]), isRefused, count: count + 1 }));
  };
  return [copied, copy];
}
