/** What programs write where nobody named the document: what it is, where it lies, what it was made with or from. */
const OF_PROGRAMS = [
  /^(?:microsoft )?power ?point(?: presentation)?\b/i,
  /^(?:microsoft (?:office )?(?:word|excel|visio|onenote|powerpoint|outlook)|libreoffice|openoffice(?:\.org)?|apache openoffice|google docs|adobe \w+|latex|pdf ?latex|tex|print|scan(?:ned)?)(?: \d[\d.]*)?(?: [-–—] .*| document| output| template)?$/i,
  /^(?:presentation|slides?|document|doc|paper|draft|file|dokument|pr(?:ä|ae)sentation|untitled|unnamed|unbenannt|no title|title|(?:the )?title of (?:the |your )?(?:paper|document)|new document|blank|template|test|main|output|article|report|anonymous|none|null|undefined)[ _-]?(?:\(?\d*\)?)?$/i,
  /[-–—] (?:google (?:docs|slides|drive)|hackmd|overleaf(?:, online latex editor)?|confluence|notion|github|word|powerpoint|visual studio code)$/i,
  /^(?:file|https?|about|data):/i,
  /^[a-z]:[\\/]|^(?:~|\.{0,2})\/\S+$|^\\\\/i,
  /\.(?:docx?|docm|dotx?|odt|ott|pptx?|ppsx?|potx?|odp|key|pages|rtf|tex|ltx|dvi|e?ps|pdf|md|mkd|markdown|rst|adoc|bs|s?html?|xhtml|txt|log|ipynb|org|tmp|xlsx?)$/i,
  // "p1234r0-engines_v2": one word that begins with a number of the committee is the name of a file.
  /^[dpn]\d{3,5}(?:r\d{1,3})?[\w.-]*$/i,
  /^\(?(?:anonymous|unspecified|unknown)\)?$/i,
];
const MAX_LENGTH = 1_000;

/** The title that a PDF's properties give, "" where it names none. */
export function propertyTitle(title: string): string {
  const tidy = title.slice(0, MAX_LENGTH).trim();
  return OF_PROGRAMS.some((pattern) => pattern.test(tidy)) ? "" : tidy;
}
