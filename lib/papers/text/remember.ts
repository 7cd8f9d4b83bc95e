/** The same pure function with its answers kept by text; forgets all of them at `cap`, so that no stream of texts can fill the memory. */
export function remember<T>(compute: (text: string) => T, cap = 20_000): (text: string) => T {
  const known = new Map<string, { answer: T }>();
  return (text) => {
    const seen = known.get(text);
    if (seen) return seen.answer;
    if (known.size >= cap) known.clear();
    const answer = compute(text);
    known.set(text, { answer });
    return answer;
  };
}
