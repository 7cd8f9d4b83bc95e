/** The place of the item of a menu that a key leads to (https://www.w3.org/WAI/ARIA/apg/patterns/menubar/); undefined where it leads nowhere. `at` is -1 while none is chosen. */
export function itemFor(key: string, texts: readonly string[], at: number): number | undefined {
  const { length } = texts;
  if (length === 0) return undefined;
  switch (key) {
    case "ArrowDown":
      return (at + 1) % length;
    case "ArrowUp":
      return at <= 0 ? length - 1 : at - 1;
    case "Home":
      return 0;
    case "End":
      return length - 1;
  }
  if ([...key].length !== 1 || key === " ") return undefined;
  const begins = (text: string | undefined) => text?.toLowerCase().startsWith(key.toLowerCase());
  const after = texts.findIndex((text, place) => place > at && begins(text));
  const found = after < 0 ? texts.findIndex(begins) : after;
  return found < 0 ? undefined : found;
}
