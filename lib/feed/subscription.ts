import { LONGEST_FEED } from "../terms/settings.ts";
import { isKey } from "./signature.ts";

/** Where a feed lies, and whose signature it has to have. */
export interface Subscription {
  /** The folder, with its slash: "https://scout.example/paperscout/". */
  folder: string;
  /** One public key, or two while the publisher changes from one to the other. */
  keys: string[];
}

export type SubscriptionProblem = "not-an-address" | "not-https" | "has-credentials" | "has-query" | "no-key" | "bad-key" | "too-many-keys";

export type ReadSubscription = { ok: true; subscription: Subscription } | { ok: false; problem: SubscriptionProblem };

const MAX_KEYS = 2;
const KEY = "ed25519=";
/** What a person may have copied in place of the folder. */
const FILE = /[^/]*\.(?:json|xml|html)$/;
const THIS_MACHINE = new Set(["127.0.0.1", "localhost"]);

/** Reads "https://scout.example/paperscout/#ed25519=KEY"; plain http only where nothing leaves this machine. */
export function readSubscription(text: string): ReadSubscription {
  const problem = (problem: SubscriptionProblem) => ({ ok: false, problem }) as const;
  const address = text.trim();
  const url = address.length <= LONGEST_FEED ? URL.parse(address) : null;
  if (!url || url.hostname === "") return problem("not-an-address");
  if (url.protocol !== "https:" && !(url.protocol === "http:" && THIS_MACHINE.has(url.hostname))) return problem("not-https");
  if (url.username || url.password) return problem("has-credentials");
  if (url.search) return problem("has-query");
  const keys = url.hash.slice(1).split("&");
  if (!url.hash.includes(KEY)) return problem("no-key");
  if (keys.length > MAX_KEYS) return problem("too-many-keys");
  const read = keys.flatMap((part) => (part.startsWith(KEY) && isKey(part.slice(KEY.length)) ? part.slice(KEY.length) : []));
  if (read.length !== keys.length) return problem("bad-key");
  const path = url.pathname.replace(FILE, "");
  const subscription = { folder: `${url.origin}${path}${path.endsWith("/") ? "" : "/"}`, keys: [...new Set(read)] };
  // What was written in letters of its own is longer in those of an address.
  return subscriptionAddress(subscription).length <= LONGEST_FEED ? { ok: true, subscription } : problem("not-an-address");
}

/** The address that a person subscribes to. */
export function subscriptionAddress({ folder, keys }: Subscription): string {
  return `${folder}#${keys.map((key) => `${KEY}${key}`).join("&")}`;
}
