import { render } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { translate } from "../../lib/language/translate.ts";
import { readHealth } from "../../lib/store/health/health.ts";
import { useLiveQuery } from "../hooks/use-live-query.ts";
import { useTick } from "../hooks/use-tick.ts";
import { Icon } from "../icon.tsx";
import { headStatus } from "./head-status-text.ts";
import { HEAD_STATUS } from "./page-head.tsx";

const LOOK_EVERY_MS = 30_000;

/** How checking stands, at the right of the head, with the way to what it means. It stands in the page, which has the data, and draws in the head, which must do without. Nothing of it is read out by itself. */
export function HeadStatus() {
  const tick = useTick(LOOK_EVERY_MS);
  const health = useLiveQuery((db) => readHealth(db, Date.now()), [tick]);
  useLayoutEffect(() => {
    const place = document.getElementById(HEAD_STATUS);
    if (!place || !health) return;
    const { text, isWrong } = headStatus(health, Date.now(), translate);
    render(
      <a href="/options.html#/status" class={isWrong ? "wrong" : ""}>
        {isWrong && <Icon name="warning" />}
        {text}
      </a>,
      place,
    );
  });
  return null;
}
