import { useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";
import { sendMessage } from "../../../lib/messages.ts";
import { useAttempt } from "../../attempts.tsx";
import { useReturnedFocus } from "../../hooks/use-returned-focus.ts";
import { Icon } from "../../icon.tsx";
import { ListNameForm } from "./list-name-form.tsx";

/** The button that opens a field for another list's name. */
export function NewWatchlist({ taken }: { taken: string[] }) {
  const attempt = useAttempt();
  const [naming, setNaming] = useState(false);
  const button = useReturnedFocus(naming);
  const create = (name: string) =>
    attempt(async () => {
      await sendMessage("addWatchlist", { name });
      setNaming(false);
    });
  if (naming) return <ListNameForm name="" submit={translate("create_list")} taken={taken} onSubmit={create} onCancel={() => setNaming(false)} />;
  return (
    <button type="button" ref={button} onClick={() => setNaming(true)}>
      <Icon name="add" />
      {translate("new_list")}
    </button>
  );
}
