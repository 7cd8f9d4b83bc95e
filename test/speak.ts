import type { Translate } from "../lib/translate.ts";
import messages from "../public/_locales/en/messages.json" with { type: "json" };

/** The English of _locales where there is no browser to look it up; plural and `$1` as the browser's library does it. */
export const speak: Translate = (key, ...args) => {
  const [first, second] = args as [number | (string | number)[] | undefined, (string | number)[] | undefined];
  const count = typeof first === "number" ? first : undefined;
  const substitutions = Array.isArray(first) ? first : (second ?? (count === undefined ? [] : [count]));
  const forms = messages[key].message.split(" | ");
  const text = count === undefined || forms.length === 1 ? messages[key].message : forms[count === 1 ? 0 : 1];
  return (text ?? "").replace(/\$(\d)/g, (_, position) => String(substitutions[Number(position) - 1] ?? ""));
};
