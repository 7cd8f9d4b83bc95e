/** What is to be known of a text for that. */
interface Held {
  id: string;
  bytes: number;
  usedAt: number;
}

/** Two are compared: these stay whatever the limit is, or a page would wait for one while the other goes. */
const STAY = 2;

/** The ids of the texts that go so that no more than so many bytes stay: those that were used longest ago. */
export function textsToForget(texts: Held[], maxBytes: number): string[] {
  const latest = texts.filter(({ bytes }) => bytes > 0).sort((a, b) => b.usedAt - a.usedAt || (a.id < b.id ? -1 : 1));
  let [sum, place] = [0, 0];
  for (const { bytes } of latest) {
    sum += bytes;
    if (sum > maxBytes && place >= STAY) break;
    place++;
  }
  return latest.slice(place).map(({ id }) => id);
}
