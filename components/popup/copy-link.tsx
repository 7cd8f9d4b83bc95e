import { useEffect, useState } from "preact/hooks";
import { translate } from "../../lib/translate.ts";
import { useAttempt } from "../attempts.tsx";
import { Icon } from "../icon.tsx";

const SHOWN_MS = 2_000;

export function CopyLink({ id, link }: { id: string; link: string }) {
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
      <button type="button" class="plain" title={translate("copy_link_of", [id])} aria-label={translate("copy_link_of", [id])} onClick={copy}>
        <Icon name="copy" />
      </button>
    </>
  );
}
