/** What is kept of a document, piece by piece as it comes. */
export interface Sieve {
  pass(piece: Uint8Array): Uint8Array<ArrayBuffer>;
  /** So much text has passed that no header is beyond it. */
  isEnough(): boolean;
}

/** No address of a page or a mailbox is as long; data URLs and the outlines of pictures are. */
const MAX_VALUE = 2_000;
/** In bytes, blanks aside: several times what is read of a page, since menus and tables of contents are not. */
const MUCH_TEXT = 200_000;
const LONGEST_NAME = 10;
const PIECE = 65_536;
/** Between their tags no markup is looked for. What is in the first two nobody reads. */
const DROPPED = ["style", "script"];
const RAW = new Set([...DROPPED, "title", "textarea", "xmp", "iframe", "noembed", "noframes"]);
const FOREIGN = new Set(["svg", "math"]);

const [LT, GT, SLASH, EQ, DASH, BANG, QUESTION] = [0x3c, 0x3e, 0x2f, 0x3d, 0x2d, 0x21, 0x3f];
const [OPEN, CLOSE, DOUBLE, SINGLE, PERCENT] = [0x5b, 0x5d, 0x22, 0x27, 0x25];

type State =
  | "text"
  | "tag"
  | "name"
  | "attribute"
  | "attribute-name"
  | "attribute-named"
  | "value"
  | "quoted"
  | "bare"
  | "slash"
  | "closing"
  | "closing-name"
  | "until-end"
  | "declaration"
  | "dash"
  | "comment"
  | "section-name"
  | "section"
  | "raw"
  | "as-it-is";

/**
 * Takes out of HTML what may be megabytes and is never read: what stands between the tags of style and script, comments, and
 * whatever goes on after the first 2,000 bytes of an attribute. The markup stays what it was (HTML standard, 13.2.5, as htmlparser2
 * has it). What does not begin as one-byte markup, UTF-16 or a PDF, passes as it is. It holds nothing of what has passed.
 */
export function createSieve(): Sieve {
  let state: State = "text";
  let at = 0;
  let name = "";
  let closed = "";
  let foreign = "";
  let quote = 0;
  let length = 0;
  /** How much of what would end a comment, a section or an element was there, and whether it stands at the comment's beginning. */
  let matched = 0;
  let isFirst = false;
  let text = 0;

  return { pass, isEnough: () => text > MUCH_TEXT };

  function pass(piece: Uint8Array): Uint8Array<ArrayBuffer> {
    // What seemed to end something in the piece before may have to be made good: "</style" at most.
    const kept = new Uint8Array(piece.length + LONGEST_NAME);
    let end = 0;
    const keep = (byte: number) => {
      kept[end++] = byte;
    };
    for (let place = 0; place < piece.length; place++) {
      const byte = piece[place] as number;
      if (at++ < 2 && (byte === 0 || byte >= 0xfe || (at === 1 && byte === PERCENT))) state = "as-it-is";
      const sign = awaited();
      if (sign !== undefined && byte !== sign) {
        const next = piece.indexOf(sign, place);
        place = (next < 0 ? piece.length : next) - 1;
        continue;
      }
      step(byte, keep);
    }
    return kept.slice(0, end);
  }

  /** Where all is dropped up to one sign, that. */
  function awaited(): number | undefined {
    if (state === "raw" && matched === 0 && DROPPED.includes(name)) return LT;
    return state === "quoted" && length === MAX_VALUE + 3 ? quote : undefined;
  }

  function step(byte: number, keep: (byte: number) => void): void {
    if (state === "comment") stepComment(byte, keep);
    else if (state === "raw") stepRaw(byte, keep);
    else if (state === "quoted" || state === "bare") stepValue(byte, keep);
    else {
      keep(byte);
      if (state !== "as-it-is") state = stateAfter(byte);
    }
  }

  /** Of the states that keep whatever comes. */
  function stateAfter(byte: number): State {
    switch (state) {
      case "tag":
        return afterOpen(byte);
      case "name":
        if (!endsName(byte)) return named(byte, "name");
        return afterAttribute(byte);
      case "attribute":
        return afterAttribute(byte);
      case "attribute-name":
        return byte === EQ ? "value" : isBlank(byte) ? "attribute-named" : byte === SLASH || byte === GT ? afterAttribute(byte) : "attribute-name";
      case "attribute-named":
        return byte === EQ ? "value" : byte === SLASH || byte === GT ? afterAttribute(byte) : isBlank(byte) ? "attribute-named" : "attribute-name";
      case "value":
        return beginValue(byte);
      case "slash":
        if (byte === GT && (foreign !== "" || FOREIGN.has(name))) return "text";
        return isBlank(byte) ? "slash" : afterAttribute(byte);
      case "closing":
        if (byte === GT) return "text";
        name = "";
        return isLetter(byte) ? named(byte, "closing-name") : "until-end";
      case "closing-name":
        if (!endsName(byte)) return named(byte, "closing-name");
        if (name === foreign) foreign = "";
        return byte === GT ? "text" : "until-end";
      case "until-end":
        return byte === GT ? "text" : "until-end";
      case "declaration":
        matched = 0;
        return byte === GT ? "text" : byte === DASH ? "dash" : byte === OPEN ? "section-name" : "until-end";
      case "dash":
        matched = 0;
        isFirst = true;
        return byte === GT ? "text" : byte === DASH ? "comment" : "until-end";
      case "section-name":
        if (byte === "CDATA[".charCodeAt(matched)) return ++matched === 6 ? beginSection() : "section-name";
        return byte === GT ? "text" : "until-end";
      case "section":
        if (byte === GT && matched >= 2) return "text";
        matched = byte === CLOSE ? matched + 1 : 0;
        return "section";
      default:
        if (byte > 0x20) text++;
        return byte === LT ? "tag" : "text";
    }
  }

  function afterOpen(byte: number): State {
    if (byte === BANG) return "declaration";
    if (byte === QUESTION) return "until-end";
    if (byte === SLASH) return "closing";
    name = "";
    return isLetter(byte) ? named(byte, "name") : byte === LT ? "tag" : "text";
  }

  function named(byte: number, within: State): State {
    if (name.length <= LONGEST_NAME) name += String.fromCharCode(byte < 0x80 ? byte | 0x20 : byte);
    return within;
  }

  function beginSection(): State {
    matched = 0;
    return "section";
  }

  function afterAttribute(byte: number): State {
    if (byte === GT) return afterTag();
    return byte === SLASH ? "slash" : isBlank(byte) ? "attribute" : "attribute-name";
  }

  function afterTag(): State {
    if (FOREIGN.has(name) && foreign === "") foreign = name;
    if (foreign === "" && name === "plaintext") return "as-it-is";
    if (!RAW.has(name) || (foreign !== "" && !DROPPED.includes(name))) return "text";
    closed = `</${name}`;
    matched = 0;
    return "raw";
  }

  function beginValue(byte: number): State {
    if (isBlank(byte)) return "value";
    if (byte === GT) return afterTag();
    quote = byte;
    const isQuoted = byte === DOUBLE || byte === SINGLE;
    length = isQuoted ? 0 : 1;
    return isQuoted ? "quoted" : "bare";
  }

  function stepValue(byte: number, keep: (byte: number) => void): void {
    if (state === "quoted" ? byte === quote : byte === GT || isBlank(byte)) {
      keep(byte);
      state = state === "quoted" ? "attribute" : afterAttribute(byte);
    } else if (length < MAX_VALUE || (length < MAX_VALUE + 3 && isWithinLetter(byte))) {
      // A letter of several bytes is whole, or the document would be none in UTF-8 any more.
      keep(byte);
      length++;
    } else length = MAX_VALUE + 3;
  }

  function stepComment(byte: number, keep: (byte: number) => void): void {
    const isEnd = byte === GT && (matched >= 2 || isFirst);
    if (isEnd) {
      for (let dash = 0; dash < (isFirst ? matched : 2); dash++) keep(DASH);
      keep(GT);
      state = "text";
    } else if (byte === DASH) matched = matched === 3 ? 1 : Math.min(2, matched + 1);
    // "--!>" ends it as well.
    else matched = byte === BANG && matched === 2 ? 3 : 0;
    isFirst &&= byte === DASH && matched < 2;
  }

  function stepRaw(byte: number, keep: (byte: number) => void): void {
    const isDropped = DROPPED.includes(name);
    if (matched === closed.length && endsName(byte)) {
      if (isDropped) for (let sign = 0; sign < closed.length; sign++) keep(closed.charCodeAt(sign));
      keep(byte);
      if (name === foreign) foreign = "";
      state = byte === GT ? "text" : "until-end";
      return;
    }
    if (!isDropped) keep(byte);
    matched = matched < closed.length && (byte | 0x20) === (closed.charCodeAt(matched) | 0x20) ? matched + 1 : Number(byte === LT);
  }
}

/** A document without what the sieve takes out, of at most so many bytes; `isHeader`: what is behind any header may be left out. */
export function siftHtml(bytes: Uint8Array, most = bytes.length + LONGEST_NAME, isHeader = true): Uint8Array {
  const sieve = createSieve();
  const kept = new Uint8Array(most);
  let length = 0;
  for (let at = 0; at < bytes.length && length < most && !(isHeader && sieve.isEnough()); at += PIECE) {
    const passed = sieve.pass(bytes.subarray(at, at + PIECE)).subarray(0, most - length);
    kept.set(passed, length);
    length += passed.length;
  }
  return kept.subarray(0, length);
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d && byte !== 0x0b);
}

function endsName(byte: number): boolean {
  return byte === SLASH || byte === GT || isBlank(byte);
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isWithinLetter(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
