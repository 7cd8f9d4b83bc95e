/** "popup-trouble-en-dark-chrome.png". */
const NAME = /^(?<state>.+)-(?<language>en|de)-(?<colours>dark|light)-chrome\.png$/;
/** What is wider in German than the place it has. */
const GERMAN = [
  "changes-narrow",
  "options-import",
  "paper-narrow",
  "popup",
  "popup-empty",
  "popup-keys",
  "popup-narrow",
  "popup-round",
  "popup-trouble",
  "recovery-reset",
  "welcome",
];

/**
 * Which of the pictures that tests take are kept to compare with: those of Chromium alone, whose fonts can be had with a
 * package; in English each state, in both colours but in a narrow window, which changes none; in German, and light, those
 * with much to say in little room.
 */
export function keptNames(files: string[]): string[] {
  return files.filter(isKept).sort();
}

function isKept(file: string): boolean {
  const { state = "", language, colours } = NAME.exec(file)?.groups ?? {};
  if (language === "en") return colours === "light" || !state.endsWith("-narrow");
  return language === "de" && colours === "light" && GERMAN.includes(state);
}
