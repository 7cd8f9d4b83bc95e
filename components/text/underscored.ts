export type Underscored<Word extends string> = Word extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Word;

/** "after-next" as it stands in the key of a message: Chrome allows no hyphen there. */
export function underscored<Word extends string>(word: Word): Underscored<Word> {
  return word.replaceAll("-", "_") as Underscored<Word>;
}
