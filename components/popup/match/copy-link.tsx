import { useEffect, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { useAttempt } from "../../attempts.tsx";
import { RowButton } from "./row-button.tsx";

const SHOWN_MS = 2_000;

interface CopyLinkProps {
  id: string;
  link: string;
  tabIndex: number;
}

export function CopyLink({ id, link, tabIndex }: CopyLinkProps) {
  const attempt = useAttempt();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    });
  return (
    <>
      <span class="copied" aria-live="polite">
        {copied && translate("copied")}
      </span>
      <RowButton control="copy" icon="copy" label={translate("copy_link_of", [id])} tabIndex={tabIndex} onClick={() => void copy()} />
    </>
  );
}
