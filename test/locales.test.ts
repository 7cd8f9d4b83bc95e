import { describe, expect, it } from "vitest";
import { givenValues } from "./languages/given-values.ts";
import { LANGUAGES, type Messages, tagOf, textsOf } from "./languages/languages.ts";
import { tooLong } from "./languages/length.ts";
import { MADE_KEYS } from "./languages/made-keys.ts";
import { MAY_BE_ALIKE, OWN_WAYS } from "./languages/own-ways.ts";
import { readSources } from "./languages/read-code.ts";
import { usedKeys } from "./languages/used-keys.ts";

const en = textsOf("en");
const KEYS = Object.keys(en);
const TRANSLATIONS = LANGUAGES.filter((language) => language !== "en");

const forms = (messages: Messages, key: string) => (messages[key]?.message ?? "").split(" | ");
const substitutions = (messages: Messages, key: string) => [...new Set(messages[key]?.message.match(/\$.|%s/g))].sort();
const isAlike = (messages: Messages, key: string) => messages[key]?.message === en[key]?.message;

describe.each(LANGUAGES)("the texts of %s", (language) => {
  const texts = textsOf(language);
  const { wrongMarks } = OWN_WAYS[language] ?? {};

  it("say something, in one or two plural forms", () => {
    expect(KEYS.filter((key) => Object.hasOwn(texts, key) && forms(texts, key).some((form) => form.trim() === ""))).toEqual([]);
    expect(KEYS.filter((key) => forms(texts, key).length > 2)).toEqual([]);
  });

  it("name their language for numbers, dates and screen readers", () => {
    expect(texts.locale?.message).toBe(tagOf(language));
  });

  it.runIf(wrongMarks)("write quotation marks and dots in their own way", () => {
    expect(KEYS.filter((key) => wrongMarks?.test(texts[key]?.message ?? ""))).toEqual([]);
  });
});

describe.each(TRANSLATIONS)("English and %s", (language) => {
  const texts = textsOf(language);
  const { alike = [], longer = [] } = OWN_WAYS[language] ?? {};
  const both = KEYS.filter((key) => Object.hasOwn(texts, key));

  it("have the same texts: none lacks here", () => {
    expect(KEYS.filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
  });

  it("have the same texts: none lacks in English", () => {
    expect(Object.keys(texts).filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it("put in the same values, and have as many plural forms", () => {
    const different = (of: (messages: Messages, key: string) => unknown) =>
      both.filter((key) => JSON.stringify(of(en, key)) !== JSON.stringify(of(texts, key)));
    expect(different(substitutions)).toEqual([]);
    expect(different((messages, key) => forms(messages, key).length)).toEqual([]);
  });

  it("do not say the same, but for what own-ways.ts lists", () => {
    expect(both.filter((key) => isAlike(texts, key) && !MAY_BE_ALIKE.includes(key) && !alike.includes(key))).toEqual([]);
    expect([...alike, ...longer].filter((key) => !KEYS.includes(key))).toEqual([]);
    expect(alike.filter((key) => !isAlike(texts, key))).toEqual([]);
  });

  it("need about the same room, so that no button breaks", () => {
    expect(both.filter((key) => !longer.includes(key) && forms(en, key).some((form, position) => tooLong(form, forms(texts, key)[position] ?? "")))).toEqual(
      [],
    );
  });
});

it("nothing is listed as alike that no language has so", () => {
  expect(MAY_BE_ALIKE.filter((key) => !KEYS.includes(key) || !TRANSLATIONS.some((language) => isAlike(textsOf(language), key)))).toEqual([]);
});

describe("the code and the texts", () => {
  const sources = readSources("components/**/*.{ts,tsx}", "entrypoints/**/*.{ts,tsx}", "lib/**/*.ts");
  const used = usedKeys(sources);
  const calls = sources.flatMap(givenValues);
  const ofManifest = readSources("wxt.config.ts").flatMap(({ text }) => [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? ""));
  const made = Object.values(MADE_KEYS).flat();

  it("every key that the code names is there", () => {
    expect([...used.named, ...ofManifest, ...made].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it("every text gets as many values as it has places for", () => {
    expect(calls.length).toBeGreaterThan(300);
    const places = (key: string) => Math.max(0, ...(en[key]?.message.match(/\$[1-9]/g) ?? []).map((place) => Number(place.slice(1))));
    // A number that only picks the plural form need not be put in.
    const wrong = calls.filter(({ key, values }) => values !== places(key) && !(values === 1 && places(key) === 0 && forms(en, key).length > 1));
    expect(wrong.map(({ place, key, values }) => `${place}: ${key} has ${places(key)} places and gets ${values} values`)).toEqual([]);
  });

  it("every key that the code puts together is known", () => {
    expect([...used.templates].sort()).toEqual(Object.keys(MADE_KEYS).sort());
  });

  it("no text is of no use", () => {
    const wanted = new Set([...used.named, ...used.possible, ...ofManifest, ...made]);
    expect(KEYS.filter((key) => !wanted.has(key))).toEqual([]);
  });
});
