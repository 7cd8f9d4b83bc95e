import { firstNamesAgree, tokensAgree } from "./name-token.ts";
import { isInitial, type NameWord, type PersonName, readName } from "./read-name.ts";

/** Whether two spellings may name one person (domain.md, Matching names); the same either way round. */
export function namesAgree(one: string, other: string): boolean {
  const a = readName(one);
  const b = readName(other);
  if (!a || !b || (a.lastBits & b.allBits) === 0) return false;
  return readingsAgree(a, b) || (a.joined !== undefined && readingsAgree(a.joined, b)) || (b.joined !== undefined && readingsAgree(a, b.joined));
}

/** The same of the surnames alone. */
export function surnamesAgree(one: string, other: string): boolean {
  return lastsAgree(readName(one)?.words.at(-1), readName(other)?.words.at(-1));
}

function readingsAgree(a: PersonName, b: PersonName): boolean {
  if ((a.lastBits & b.lastBits) === 0 || !lastsAgree(a.words.at(-1), b.words.at(-1))) return isTurned(a, b) || isTurned(b, a);
  if (a.words.length === 1 || b.words.length === 1) return true;
  return firstsAgree(a.words[0], b.words[0]) || isSurnameOf(a, b) || isSurnameOf(b, a) || isCalledBySecond(a, b) || isCalledBySecond(b, a);
}

/** "S. Davis Herring" of "Davis Herring": all but the initial must be there in full, or every "J. Smith" would do. */
function isCalledBySecond({ words: [initial, ...called] }: PersonName, { words }: PersonName): boolean {
  if (!isInitial(initial) || words.length < 2 || called.length !== words.length) return false;
  return words.every((word, i) => !isInitial(word) && called[i]?.asFirst.some((x) => word.asFirst.some((y) => tokensAgree(x, y))));
}

/** "Karpov Alexander" of "Alexander Karpov": every word must be there in full, or every Alexander would be one. */
function isTurned({ words: turned }: PersonName, { words }: PersonName): boolean {
  const { length } = words;
  return length > 1 && turned.length === length && words.every(({ keys }, i) => turned[(i + 1) % length]?.keys.some((key) => keys.includes(key)));
}

/** "van der Berg" of "Joe van der Berg": every word must be there, or "Di Wu" would be every Wu. */
function isSurnameOf(surname: PersonName, full: PersonName): boolean {
  if (!surname.particle || full.words.length < surname.words.length) return false;
  const end = full.words.slice(-surname.words.length);
  return surname.words.every((word, i) => i === surname.words.length - 1 || firstsAgree(word, end[i]));
}

function firstsAgree(a: NameWord, b: NameWord | undefined): boolean {
  return b !== undefined && a.asFirst.some((x) => b.asFirst.some((y) => firstNamesAgree(x, y)));
}

function lastsAgree(a: NameWord | undefined, b: NameWord | undefined): boolean {
  return a !== undefined && b !== undefined && a.asLast.some((x) => b.asLast.some((y) => tokensAgree(x, y)));
}
