import type { RefObject } from "preact";
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { translate } from "../../../../lib/language/translate.ts";
import { type Completion, completeLine } from "../../../../lib/watch/suggesting/complete-line.ts";
import type { Vocabulary } from "../../../../lib/watch/suggesting/vocabulary.ts";
import { asOneLine } from "../../../../lib/watch/syntax/split-entries.ts";
import { SaidWhenQuiet } from "../../../said-when-quiet.tsx";
import { translateCount } from "../../../text/format-number.ts";
import { TitleText } from "../../../text/title-text.tsx";
import "./term-field.css";

interface TermFieldProps {
  id: string;
  input: RefObject<HTMLInputElement | null>;
  text: string;
  onText: (text: string) => void;
  /** Undefined while it is being read: then nothing is offered. */
  vocabulary: Vocabulary | undefined;
  invalid: boolean;
  describedBy: string;
  onFocus: () => void;
  placeholder?: string;
}

/** Where a watch is typed: the term at the caret is completed by what stands in the index. Arrows choose, Enter takes, Escape closes. */
export function TermField({ id, input, text, onText, vocabulary, invalid, describedBy, onFocus, placeholder }: TermFieldProps) {
  const list = useId();
  const [caret, setCaret] = useState(0);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const wantedCaret = useRef<number>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const completions = useMemo(() => (open && vocabulary ? completeLine(text, caret, vocabulary) : []), [open, text, caret, vocabulary]);
  const shown = completions.length > 0;
  const chosen = completions[active];
  const option = (place: number) => `${list}-${place}`;

  useLayoutEffect(() => {
    if (wantedCaret.current === undefined) return;
    input.current?.setSelectionRange(wantedCaret.current, wantedCaret.current);
    wantedCaret.current = undefined;
  }, [text, input]);
  useEffect(() => box.current?.children[active]?.scrollIntoView({ block: "nearest" }), [active]);

  const isPressed = usePressed();
  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  // What is pressed below the list would move away from under the pointer: the list waits for the click.
  const leave = () => (isPressed.current ? addEventListener("pointerup", () => setTimeout(close), { once: true }) : close());
  const offer = (at: number) => {
    setCaret(at);
    setActive(-1);
    setOpen(true);
  };
  const take = ({ line, caret, term }: Completion) => {
    wantedCaret.current = caret;
    onText(line);
    if (term.endsWith(":")) offer(caret);
    else close();
    input.current?.focus();
  };
  const move = (step: number) => {
    if (shown) setActive((before) => (before < 0 && step < 0 ? completions.length - 1 : (before + step + completions.length + 1) % (completions.length + 1)));
    else offer(input.current?.selectionStart ?? text.length);
  };
  const press = (event: KeyboardEvent) => {
    // While an input method composes a letter, its keys are its own.
    if (event.isComposing) return;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        event.preventDefault();
        move(event.key === "ArrowDown" ? 1 : -1);
        break;
      case "Enter":
        if (!shown || !chosen) return;
        event.preventDefault();
        take(chosen);
        break;
      case "Escape":
        if (!shown) return;
        event.preventDefault();
        event.stopPropagation();
        close();
    }
  };

  const paste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData("text") ?? "";
    const field = input.current;
    if (!field || !/[\n\r]/.test(pasted.trim())) return;
    event.preventDefault();
    const line = asOneLine(pasted);
    const [from, to] = [field.selectionStart ?? text.length, field.selectionEnd ?? text.length];
    wantedCaret.current = from + line.length;
    onText(text.slice(0, from) + line + text.slice(to));
    close();
  };

  return (
    <div class="term-field">
      <input
        ref={input}
        id={id}
        type="text"
        role="combobox"
        value={text}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        placeholder={placeholder}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && chosen ? option(active) : undefined}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        onFocus={onFocus}
        onBlur={leave}
        onKeyDown={press}
        onClick={(event) => open && setCaret(event.currentTarget.selectionStart ?? 0)}
        onPaste={paste}
        onInput={(event) => {
          onText(event.currentTarget.value);
          // What is pasted is whole.
          if (event.inputType === "insertFromPaste") close();
          else offer(event.currentTarget.selectionStart ?? event.currentTarget.value.length);
        }}
      />
      <div ref={box} id={list} role="listbox" class="completions" aria-label={translate("completions")} hidden={!shown}>
        {completions.map((completion, place) => (
          // The field keeps the focus: arrows and Enter are heard there.
          // biome-ignore lint/a11y/useKeyWithClickEvents: options of a combobox are worked from its field.
          // biome-ignore lint/a11y/useFocusableInteractive: as above.
          <div
            key={completion.term}
            id={option(place)}
            role="option"
            aria-selected={place === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(completion)}
          >
            <span class="completion-term" dir="auto">
              {completion.term}
            </span>{" "}
            <span class="completion-note" dir="auto">
              {completion.title === undefined ? (
                completion.papers !== undefined && translateCount("papers_count", completion.papers)
              ) : (
                <TitleText text={completion.title} />
              )}
            </span>
          </div>
        ))}
      </div>
      <SaidWhenQuiet words={shown ? translateCount("completions_count", completions.length) : ""} of={text} />
    </div>
  );
}

/** Whether a button of the pointer is down, anywhere on the page. */
function usePressed(): RefObject<boolean> {
  const pressed = useRef(false);
  useEffect(() => {
    const note = (event: Event) => {
      pressed.current = event.type === "pointerdown";
    };
    const events = ["pointerdown", "pointerup", "pointercancel"];
    for (const event of events) addEventListener(event, note, true);
    return () => {
      for (const event of events) removeEventListener(event, note, true);
    };
  }, []);
  return pressed;
}
