import { type ComponentChildren, createContext } from "preact";
import { useCallback, useContext, useState } from "preact/hooks";
import { translate } from "../lib/language/translate.ts";
import "./attempts.css";

/** Runs what the person asked for; should it fail, the page says so instead of pretending. */
type Attempt = (action: () => Promise<unknown>) => Promise<void>;

const AttemptContext = createContext<Attempt>(async () => {});

export function useAttempt(): Attempt {
  return useContext(AttemptContext);
}

/** Holds the page's place for the words about a command that failed. */
export function Attempts({ children }: { children: ComponentChildren }) {
  const [problem, setProblem] = useState<string>();
  const attempt = useCallback<Attempt>(async (action) => {
    setProblem(undefined);
    try {
      await action();
    } catch (error) {
      console.error("PaperScout:", error);
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);
  return (
    <AttemptContext.Provider value={attempt}>
      {problem !== undefined && (
        <p class="problem failed-command" role="alert">
          {translate("command_failed", [problem])}
        </p>
      )}
      {children}
    </AttemptContext.Provider>
  );
}
