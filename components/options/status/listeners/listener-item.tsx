import { translate } from "../../../../lib/language/translate.ts";
import { sendMessage } from "../../../../lib/messages.ts";
import type { HeardCursor } from "../../../../lib/store/health/read-work.ts";
import { CommandButton } from "../command-button.tsx";
import { WorkItem } from "../work-item.tsx";
import { ListenerFaults } from "./listener-faults.tsx";
import { listenerProgress, listenerState } from "./listener-text.ts";
import { ResetListener } from "./reset-listener.tsx";

interface ListenerItemProps {
  cursor: HeardCursor;
  /** In words. */
  title: string;
  /** Called before it is told something after which it may go. */
  leaving: () => void;
}

/** One listener: how far it has come in the log, and what it could not apply. */
export function ListenerItem({ cursor, title, leaving }: ListenerItemProps) {
  const { name, paused, behind, total } = cursor;
  const actions = (
    <>
      <CommandButton
        text={translate(paused ? "resume" : "pause")}
        label={translate(paused ? "resume_of" : "pause_of", [title])}
        command={() => sendMessage("pauseListener", { name, paused: !paused })}
        onCommand={leaving}
      />
      <ResetListener name={name} title={title} leaving={leaving} />
    </>
  );
  return (
    <WorkItem id={name} name={title} actions={actions}>
      <p>{listenerState(cursor, translate)}</p>
      <p class="help numbers">{listenerProgress(cursor, translate)}</p>
      {behind > 0 && <progress aria-label={translate("progress_of", [title])} value={total - behind} max={total} />}
      <ListenerFaults cursor={cursor} title={title} />
    </WorkItem>
  );
}
