import { foldText } from "../../../watch/names/fold-text.ts";
import { MAX_NAME } from "../../limits.ts";

const MAX_WORDS = 6;
const ORGANISATIONS = new Set(
  (
    "inc corp corporation corporate llc llp lp ltd limited gmbh ag plc srl pty university universitat universite universidad universita institute institut instituto " +
    "hochschule politecnico faculty academy laboratory laboratories laboratoire labs lab foundation group subgroup college school department dept division center centre " +
    "company consulting consultancy software technologies technology systems research committee council society association agency ministry organization organisation " +
    "national international solutions services networks industries enterprises holdings studios bank trading securities engineering federation alliance standards team " +
    "project chair convener convenor secretary delegation body author authors editor editors google deepmind microsoft nvidia intel ibm codeplay facebook qualcomm oracle " +
    "amazon huawei samsung jetbrains argonne sandia livermore bloomberg foundry works rocketworks games interactive entertainment capital partners finance financial electronics automotive " +
    "motors aerospace avionics robotics semiconductor semiconductors instruments devices media computing computers supercomputing analytics insurance airlines energy medical healthcare " +
    "telecom telecommunications communications broadcasting publishing simulation simulations graphics ventures investments investment markets exchange logistics manufacturing industrial " +
    "cooperative collective workshop observatory hospital museum government ministry library libraries inria cern nist desy mitre"
  ).split(" "),
);
/** What companies begin with, and nobody's name does. */
const OF_COMPANIES = new Set(
  "grand red blue big open new north south east west northern southern eastern western central royal united general global universal digital advanced applied modern creative free american british canadian european international".split(
    " ",
  ),
);
/** Where the committee met. */
const PLACES = new Set([
  "st louis",
  "saint louis",
  "san diego",
  "lake tahoe",
  "las vegas",
  "new york",
  "los angeles",
  "mont tremblant",
  "santa clara",
  "tel aviv",
]);
/** What stands in headers and tables of contents with capitals, as names do. */
const NO_NAMES = new Set(
  (
    "abi abstract acknowledgements acknowledgments appendix basic bibliography changes cwg changelog class code committee concept concepts constraints contents core design discussion document ewg " +
    "draft evolution example examples feature features function functions future goals header headers history impact implementation index introduction issues iso isocpp language lewg " +
    "library lwg module modules motivation notes number options overview paper part poll polls programming project proposal proposed published questions rationale references report " +
    "requirements revision revisions scope section specification standard standards status straw study summary syntax table technical template templates test text title type types " +
    "version wording working work"
  ).split(" "),
);
const PARTICLES = new Set("van von der den de del della di da du dos das do la le ter ten te zu zur af av el al bin ibn st of y e".split(" "));
const WITHOUT_BLANKS = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2,8}$/u;
/** Nothing of this stands in a name. */
const NOT_IN_NAMES = /[\p{N}:\\<>=_{}[\]@#"+*/?!|;~^%$]/u;

/** Whether a text that stands where authors do may be a name; of one word, too. */
export function mayBeName(text: string): boolean {
  if (text.length > MAX_NAME || NOT_IN_NAMES.test(text)) return false;
  const words = text.split(" ");
  if (words.length > MAX_WORDS || !/\p{L}/u.test(text)) return false;
  return words.some((word) => /^['’]?[\p{Lu}\p{Lo}]/u.test(word)) && !isCompany(text);
}

/** Whether a text is a name in a script that needs no blank within it: "王明". */
export function isWholeName(text: string): boolean {
  return WITHOUT_BLANKS.test(text);
}

/** Whether a text is that of a company or another body by one of its words. */
export function isCompany(text: string): boolean {
  const words = text.split(" ");
  return (words.length > 1 && OF_COMPANIES.has(keyOf(words[0] ?? ""))) || words.some((word) => ORGANISATIONS.has(keyOf(word)));
}

/** Whether a text is a name to all appearances, wherever it stands: two to five words, each as a part of a name is written. */
export function isClearlyName(text: string): boolean {
  if (!mayBeName(text)) return false;
  const words = text.split(" ");
  if (words.length < 2 || words.length > 5 || words.some((word) => NO_NAMES.has(keyOf(word)))) return false;
  if (PARTICLES.has(words.at(-1) ?? "") || PLACES.has(words.map(keyOf).join(" "))) return false;
  // One word may be in capitals, as some write the name to call them by; a heading is in capitals as a whole.
  if (!/[\p{Ll}\p{Lo}]{2}/u.test(text)) return false;
  return words.every((word, at) => (at > 0 && PARTICLES.has(word)) || /^(?:\p{Lu}+|(?:\p{Lu}\.-?)+|(?:\p{L}['’])?\p{Lu}.*\p{Ll}.*|\p{Lo}+)$/u.test(word));
}

function keyOf(word: string): string {
  return foldText(word).replace(/[^\p{L}]+/gu, "");
}
