import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../public/_locales");

export type Messages = Record<string, { message: string; description?: string }>;

/** What PaperScout speaks: the folders of public/_locales ("en", "de", "pt_BR"), English first, for it is what the others are held against. */
export const LANGUAGES: readonly string[] = ["en", ...readdirSync(FOLDER).filter((name) => name !== "en")];

/** The texts of a language, by their keys. */
export function textsOf(language: string): Messages {
  return JSON.parse(readFileSync(join(FOLDER, language, "messages.json"), "utf8"));
}

/** The language as browsers and `Intl` name it: "pt-BR". */
export function tagOf(language: string): string {
  return language.replace("_", "-");
}
