import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useState } from "preact/hooks";

/** Has a screen reader say these words, once; also the same as before. */
type Say = (words: string) => void;

const SayContext = createContext<Say>(() => {});

export function useSay(): Say {
  return useContext(SayContext);
}

/** Holds the page's one place for what is said and seen elsewhere, or not seen at all: "Saved", "Copied", "Removed". */
export function Said({ children }: { children: ComponentChildren }) {
  const [said, setSaid] = useState({ words: "", turn: 0 });
  const say = useCallback<Say>((words) => setSaid(({ turn }) => ({ words, turn: turn + 1 })), []);
  return (
    <SayContext.Provider value={say}>
      {children}
      <p class="visually-hidden" role="status">
        <span key={said.turn}>{said.words}</span>
      </p>
    </SayContext.Provider>
  );
}
