// A reader of feeds, written from docs/feed-format.md alone: it shows that the page says enough. Nothing of PaperScout is used here.
// @ts-nocheck It is the plain script that another client could begin with.
const bytesOf = (text) => new TextEncoder().encode(text);
const fromBase64url = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const hex = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, "0")).join("");
const outcome = (name) => ({ outcome: name });

export async function readFeedHead(bytes, keys, latest, now) {
  if (bytes.length > 4096) return outcome("too-large");
  const text = new TextDecoder().decode(bytes);
  let head;
  try {
    head = JSON.parse(text);
  } catch {
    return outcome(text.trimStart().startsWith("<") ? "html" : "not-json");
  }
  const { payload, key, sig } = head ?? {};
  if (![payload, key, sig].every((field) => typeof field === "string") || key.length !== 43) return outcome("not-a-feed");
  if (!keys.includes(key)) return outcome("unknown-key");
  const publicKey = await crypto.subtle.importKey("raw", fromBase64url(key), "Ed25519", false, ["verify"]);
  if (!(await crypto.subtle.verify("Ed25519", publicKey, fromBase64url(sig), bytesOf(payload)))) return outcome("bad-signature");
  const said = JSON.parse(payload);
  if (said.format !== 1) return outcome("unknown-format");
  const lasts = said.expires - said.at;
  if (!(said.seq >= 1 && lasts > 0 && lasts <= 7 * 86_400_000 && said.parts?.some(({ since }) => since === 0))) return outcome("not-a-feed");
  if (said.parts.some(({ since, bytes }) => bytes > (since === 0 ? 32e6 : 2e6))) return outcome("too-large");
  const before = latest ? JSON.parse(latest).seq : 0;
  if (said.seq < before) return outcome("older");
  if (said.seq === before && payload !== latest) return outcome("contradicts");
  if (said.at > now + 3_600_000) return outcome("from-the-future");
  return { outcome: payload === latest ? "unchanged" : "new", head: said };
}

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)}}`;
};
const isLater = (a, b) => a.at > b.at || (a.at === b.at && canonical(a) > canonical(b));
const later = (a, b) => (!a || (b && isLater(b, a)) ? b : a);

export function merge(a, b) {
  const files = Object.fromEntries(a.files.map((file) => [file.extension, file]));
  for (const file of b.files) files[file.extension] = later(files[file.extension], file);
  const merged = {
    id: a.id,
    found: isLater(a.found, b.found) ? b.found : a.found,
    files: Object.keys(files)
      .sort()
      .map((name) => files[name]),
  };
  for (const part of ["page", "unreadable", "published"]) if (a[part] || b[part]) merged[part] = later(a[part], b[part]);
  const { page, unreadable } = merged;
  if (page && unreadable) delete merged[page.at >= unreadable.at ? "unreadable" : "page"];
  return merged;
}

export async function readFeed(address, now, get = fetch, readAt = 0) {
  const [folder, fragment] = address.split("#");
  const fetched = async (name) => {
    const answer = await get(folder + name, { cache: "no-cache", credentials: "omit" });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : bytesOf("");
  };
  const keys = fragment.split("&").map((part) => part.replace("ed25519=", ""));
  const { head, outcome: why } = await readFeedHead(await fetched("head.json"), keys, undefined, now);
  if (!head) throw new Error(`head.json: ${why}`);
  const reaching = head.parts.filter(({ since }) => since === 0 || since <= readAt - 3_600_000);
  const { sha256 } = reaching.sort((a, b) => b.since - a.since)[0];
  const name = `facts-${sha256.slice(0, 16)}.json`;
  const bytes = await fetched(name);
  if (hex(await crypto.subtle.digest("SHA-256", bytes)) !== sha256) throw new Error(`${name}: wrong-hash`);
  const part = JSON.parse(new TextDecoder().decode(bytes));
  const [drafts, statuses] = [new Map(), new Map()];
  let odd = 0;
  for (const fact of part.drafts) {
    const isFact = /^[DP](\d{4}|[1-9]\d{4,5})R(0|[1-9]\d{0,2})$/.test(fact.id) && fact.found.at <= head.at + 3_600_000;
    if (isFact) drafts.set(fact.id, drafts.has(fact.id) ? merge(drafts.get(fact.id), fact) : fact);
    else odd++;
  }
  for (const status of part.statuses) statuses.set(status.series, later(statuses.get(status.series), status));
  return { head, drafts, statuses, odd };
}
