type Substitution = string | number;

/**
 * What goes into a message. A number first picks the plural form ("1 paper | $1 papers") and is `$1` unless substitutions
 * are given. Numbers are written as the language does (30,000); what is no quantity, such as a year, is given as text.
 */
export type MessageValues = [] | [Substitution[]] | [number] | [number, Substitution[]];

/** The text of a message of _locales with these values. What is put in is not looked at for plurals or "$1" of its own. `language` is a BCP 47 tag. */
export function fillMessage(message: string, language: string, values: MessageValues): string {
  const [first, second] = values;
  const count = typeof first === "number" ? first : undefined;
  const substitutions = Array.isArray(first) ? first : (second ?? (count === undefined ? [] : [count]));
  const [singular = "", plural = singular] = count === undefined ? [message] : message.split(" | ");
  const form = count !== undefined && pluralsOf(language).select(count) !== "one" ? plural : singular;
  return form.replace(/\$([1-9])/g, (_, position) => {
    const value = substitutions[Number(position) - 1] ?? "";
    return typeof value === "number" ? numbersOf(language).format(value) : value;
  });
}

// Making one takes longer than using it a hundred times, and most wakes of the background need none.
const numbersOf = eachOnce((language) => new Intl.NumberFormat(language));
const pluralsOf = eachOnce((language) => new Intl.PluralRules(language));

function eachOnce<Made>(make: (language: string) => Made): (language: string) => Made {
  const made = new Map<string, Made>();
  return (language) => {
    const known = made.get(language) ?? make(language);
    made.set(language, known);
    return known;
  };
}
