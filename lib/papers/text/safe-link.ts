/**
 * What nearly all links of the index look like; it needs no parser, which would take most of the time of reading an entry.
 * The host is one that every parser leaves alone: no address in digits, no "xn--".
 */
const PLAIN = /^https?:(\/\/(?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]+\/[\w./-]*(?:\?[\w=&-]*)?(?:#[\w.-]*)?)$/;

/** The address as an https URL, or undefined: http is upgraded, every other scheme and anything unreadable refused. */
export function safeLink(address: string): string | undefined {
  const plain = PLAIN.exec(address);
  if (plain && !address.includes("/.")) return `https:${plain[1]}`;
  if (!/^https?:\/\//i.test(address)) return undefined;
  const url = parse(address);
  if (!url) return undefined;
  if (url.username || url.password) return undefined;
  url.protocol = "https:";
  return url.href;
}

/** Of a host of great length canParse and the constructor may think differently; canParse is the cheaper one. */
function parse(address: string): URL | undefined {
  if (!URL.canParse(address)) return undefined;
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}
