import { useEffect, useState } from "preact/hooks";
import { isDenied } from "../../lib/notify/permission-level.ts";

/** True where the browser says that it shows no notification of PaperScout; asked again when the person comes back to the page. */
export function useNotificationsDenied(): boolean {
  const [denied, setDenied] = useState(false);
  useEffect(() => {
    const ask = () => {
      isDenied().then(setDenied, (error) => console.warn("PaperScout:", error));
    };
    ask();
    addEventListener("focus", ask);
    return () => removeEventListener("focus", ask);
  }, []);
  return denied;
}
