/** The groups by code, each with the long names and misspellings that the index gives it. */
const GROUPS: Record<string, string[]> = {
  EWG: ["evolution"],
  CWG: ["core"],
  LEWG: ["library evolution", "library evoution"],
  LWG: ["library"],
  EWGI: ["sg17", "ewg-i", "ewg incubator", "evolution incubator", "evolution working group incubator"],
  LEWGI: ["sg18", "lewg-i", "lewg incubator", "library evolution incubator", "library evolution working group incubator"],
  DG: ["direction group", "directions group"],
  ARG: ["abi review group"],
  WG21: ["all of wg21"],
};

/** Names that mean a group only where nothing else stands beside them: "Text" asks SG16, "Text of the ballot" does not. */
const ALONE: Record<string, string[]> = {
  WG21: ["all"],
  ARG: ["abi"],
  SG1: ["concurrency", "concurrency and parallelism"],
  SG2: ["modules"],
  SG3: ["filesystem", "file system"],
  SG4: ["networking"],
  SG5: ["transactional memory", "transaction memory"],
  SG6: ["numerics", "numeric"],
  SG7: ["reflection"],
  SG8: ["concepts"],
  SG9: ["ranges"],
  SG10: ["feature test", "feature testing"],
  SG11: ["databases", "database"],
  SG12: ["undefined behavior", "undefined and unspecified behavior"],
  SG13: ["i/o", "graphics"],
  SG14: ["low latency"],
  SG15: ["tooling"],
  SG16: ["unicode", "text"],
  SG19: ["machine learning"],
  SG20: ["education"],
  SG21: ["contracts"],
  SG22: ["c/c++ liaison", "wg14 liaison", "wg14 liason", "compatibility", "compatability"],
  SG23: ["safety and security", "safety & security"],
};

const codeOf = new Map(
  [...Object.keys(GROUPS).map((code) => [code, [code]] as const), ...Object.entries(GROUPS), ...Object.entries(ALONE)].flatMap(([code, names]) =>
    names.map((name) => [name.toLowerCase(), code] as const),
  ),
);

const WITHIN = [...Object.keys(GROUPS), ...Object.values(GROUPS).flat()].sort((a, b) => b.length - a.length).join("|");
const FIRST_KNOWN = new RegExp(`(?<![\\p{L}\\p{N}])(?:SG[- ]?0*([0-9]{1,3})|(${WITHIN}))(?![\\p{L}\\p{N}])`, "iu");

// Slashes and "and" also stand inside the names of groups: I/O, C/C++, Concurrency and Parallelism.
const SEPARATOR = / ?[,;] ?(?:(?:and|&) )?|(?<!\.)\.+(?![^ ,;/])|(?<!\bI(?=\/O\b)|\bC(?=\/C\+\+))\/| (?:and|&) (?!parallelism\b|security\b|unspecified\b)/i;

/** Reads the `subgroup` text of the index as codes ("LEWG", "SG1"), each once and in its order; unknown text is kept as served. */
export function parseAudience(text: string): string[] {
  const parts = text.replace(/\s+/g, " ").split(SEPARATOR);
  return [
    ...new Set(
      parts
        .map((part) => part.trim())
        .filter((part) => part !== "")
        .map(toCode),
    ),
  ];
}

/** True for a code typed as such ("LEWG", "sg16", "EWGI"), false for a long name, which may be meant as words. */
export function isAudienceCode(text: string): boolean {
  return /^SG-?[0-9]{1,2}$/i.test(text) || Object.hasOwn(GROUPS, text.toUpperCase());
}

function toCode(part: string): string {
  const alone = codeOf.get(part.replace(/(?<![?. ])[?. ]+$/, "").toLowerCase());
  if (alone) return alone;
  const [, studyGroup, name] = FIRST_KNOWN.exec(part) ?? [];
  if (name) return codeOf.get(name.toLowerCase()) ?? part;
  return studyGroup ? (codeOf.get(`sg${studyGroup}`) ?? `SG${studyGroup}`) : part;
}
