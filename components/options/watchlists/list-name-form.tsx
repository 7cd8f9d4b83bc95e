import { useEffect, useId, useRef, useState } from "preact/hooks";
import { translate } from "../../../lib/language/translate.ts";

const LONGEST = 100;

interface ListNameFormProps {
  name: string;
  /** Of the button. */
  submit: string;
  /** Names of other lists: two lists of one name cannot be told apart. */
  taken: string[];
  onSubmit: (name: string) => void;
  onCancel: () => void;
}

/** Asks for a watchlist's name. Takes the focus; Escape cancels. */
export function ListNameForm({ name, submit, taken, onSubmit, onCancel }: ListNameFormProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(name);
  const [problem, setProblem] = useState<string>();
  const [field, complaint] = [useId(), useId()];
  useEffect(() => input.current?.select(), []);
  const trimmed = text.trim();
  const save = (event: Event) => {
    event.preventDefault();
    if (trimmed !== "" && !taken.includes(trimmed)) return onSubmit(trimmed);
    setProblem(trimmed === "" ? translate("name_empty") : translate("name_taken", [trimmed]));
    input.current?.focus();
  };
  return (
    <form class="list-name" onSubmit={save} onKeyDown={(event) => event.key === "Escape" && onCancel()} noValidate>
      <label for={field}>{translate("list_name")}</label>
      <input
        ref={input}
        id={field}
        type="text"
        value={text}
        maxLength={LONGEST}
        autocomplete="off"
        aria-invalid={problem !== undefined}
        aria-describedby={complaint}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <button type="submit" class="primary">
        {submit}
      </button>
      <button type="button" onClick={onCancel}>
        {translate("cancel")}
      </button>
      <p id={complaint} class="problem" role="alert">
        {problem}
      </p>
    </form>
  );
}
