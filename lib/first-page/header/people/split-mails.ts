/** What a line of authors consists of: words, and the addresses between them. */
export type Piece = { text: string } | { mail: string };

const BRACED = /\{([^{}]{1,200})\}\s?@\s?([\w.-]{1,100})/g;
const PLAIN = /[<([{]*(?:mailto:)?([^\s<>()[\]{},;:"|]{1,64})@([^\s<>()[\]{},;:"|]{1,100})[>)\]}]*/gi;
const DOT = String.raw`(?: dot | ?\(dot\) ?| ?\[dot\] ?|\.)`;
const AT = String.raw`(?: at | @ | ?\(at\) ?| ?\[at\] ?| ?\{at\} ?| ?<at> ?)`;
/** "ada{at}example[dotorg]" */
const DOMAIN = /[[({]dot(com|net|org|edu)[\])}]/gi;
/** "ada dot lovelace at example dot org", "ada (at) example.org" */
const SPELLED = new RegExp(String.raw`[<([{]*([\w+-]{1,40}(?:${DOT}[\w+-]{1,40}){0,5})${AT}([\w-]{1,40}(?:${DOT}[\w-]{1,40}){1,5})[>)\]}]*`, "gi");

/** Parts a line at its e-mail addresses, however they are written. */
export function splitMails(line: string): Piece[] {
  const plain = line
    .replace(DOMAIN, ".$1")
    .replace(BRACED, (_, names: string, host: string) =>
      names
        .split(",")
        .map((name) => `${name.trim()}@${host}`)
        .join(" "),
    )
    .replace(SPELLED, (_, name: string, host: string) => ` ${withDots(name)}@${withDots(host)} `);
  const pieces: Piece[] = [];
  let end = 0;
  for (const found of plain.matchAll(PLAIN)) {
    pieces.push({ text: plain.slice(end, found.index) }, { mail: `${found[1]}@${found[2]}` });
    end = found.index + found[0].length;
  }
  pieces.push({ text: plain.slice(end) });
  return pieces.filter((piece) => !("text" in piece) || piece.text.trim() !== "");
}

function withDots(text: string): string {
  return text.replace(/ dot | ?[([]dot[)\]] ?/gi, ".");
}
