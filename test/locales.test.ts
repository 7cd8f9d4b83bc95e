import { describe, expect, it } from "vitest";
import german from "../public/_locales/de/messages.json" with { type: "json" };
import english from "../public/_locales/en/messages.json" with { type: "json" };
import { givenValues } from "./languages/given-values.ts";
import { tooLong } from "./languages/length.ts";
import { MADE_KEYS } from "./languages/made-keys.ts";
import { readSources } from "./languages/read-code.ts";
import { usedKeys } from "./languages/used-keys.ts";

type Messages = Record<string, { message: string }>;
const en: Messages = english;
const de: Messages = german;
const KEYS = Object.keys(en);

/** Names, units, and texts that only put values one after another. */
const ALIKE = [
  "extensionName",
  "hosts",
  "kind_paper",
  "lookup_placeholder",
  "unit_megabytes",
  "version",
  "add_placeholder",
  "cite_bibtex",
  "cite_link",
  "cite_markdown",
  "column_mailing",
  "filter_mailing",
  "library_mailings",
  "library_papers",
  "mailing_title",
  "search_placeholder",
  "amount",
  "counted",
  "filter_with_value",
  "library_page_title",
  "job_counts",
  "notification_because",
  "notification_line",
  "notification_titled",
  "preview",
  "reason_of_list",
  "reason_paper",
  "steps_firefox",
  "watch_paper",
  "watch_rule",
];

/** Longer in German, and with room for it. */
const LONGER = ["unmute", "unmute_of"];

const forms = (messages: Messages, key: string) => (messages[key]?.message ?? "").split(" | ");
const substitutions = (messages: Messages, key: string) => [...new Set(messages[key]?.message.match(/\$.|%s/g))].sort();
const different = (of: (messages: Messages, key: string) => unknown) => KEYS.filter((key) => JSON.stringify(of(en, key)) !== JSON.stringify(of(de, key)));

describe("English and German", () => {
  it("have the same texts", () => {
    expect(KEYS.filter((key) => !Object.hasOwn(de, key))).toEqual([]);
    expect(Object.keys(de).filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it("put in the same values, and have as many plural forms", () => {
    expect(different(substitutions)).toEqual([]);
    expect(different((messages, key) => forms(messages, key).length)).toEqual([]);
    expect(KEYS.filter((key) => forms(en, key).length > 2)).toEqual([]);
  });

  it("say something, and not the same", () => {
    for (const messages of [en, de]) expect(KEYS.filter((key) => forms(messages, key).some((form) => form.trim() === ""))).toEqual([]);
    expect(KEYS.filter((key) => en[key]?.message === de[key]?.message)).toEqual(KEYS.filter((key) => ALIKE.includes(key)));
    expect(ALIKE.filter((key) => !KEYS.includes(key))).toEqual([]);
  });

  it("name their language for numbers, dates and screen readers", () => {
    expect([en.locale?.message, de.locale?.message]).toEqual(["en", "de"]);
  });

  it("write quotation marks and dots each in their way", () => {
    expect(KEYS.filter((key) => /["“](?=\w)|[^„]”|\.\.\./.test(de[key]?.message ?? ""))).toEqual([]);
    expect(KEYS.filter((key) => /["„]|\.\.\./.test(en[key]?.message ?? ""))).toEqual([]);
  });

  it("need about the same room, so that no button breaks", () => {
    expect(KEYS.filter((key) => !LONGER.includes(key) && forms(en, key).some((form, position) => tooLong(form, forms(de, key)[position] ?? "")))).toEqual([]);
  });
});

describe("the code and the texts", () => {
  const sources = readSources("components/**/*.{ts,tsx}", "entrypoints/**/*.{ts,tsx}", "lib/**/*.ts");
  const used = usedKeys(sources);
  const ofManifest = readSources("wxt.config.ts").flatMap(({ text }) => [...text.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key ?? ""));
  const made = Object.values(MADE_KEYS).flat();

  it("every key that the code names is there", () => {
    expect([...used.named, ...ofManifest, ...made].filter((key) => !Object.hasOwn(en, key))).toEqual([]);
  });

  it("every text gets as many values as it has places for", () => {
    const calls = sources.flatMap(givenValues);
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
