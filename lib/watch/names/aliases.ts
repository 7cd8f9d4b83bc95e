/** The spellings of an author watch: "Sy Brand | Simon Brand" has two. */
export function aliases(text: string): string[] {
  return text
    .split("|")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}
