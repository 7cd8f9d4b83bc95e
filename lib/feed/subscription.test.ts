import { describe, expect, it } from "vitest";
import { parseFeeds } from "../terms/settings.ts";
import { readSubscription, type SubscriptionProblem, subscriptionAddress } from "./subscription.ts";

const KEY = "iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w";
const OTHER = "gTl3Dqh9F19Wo1Rmw0x-zMuNipG07jeiXfYPW4_Js5Q";

describe("an address to subscribe to", () => {
  it.each<[string, string, string[]]>([
    [`https://scout.example/paperscout/#ed25519=${KEY}`, "https://scout.example/paperscout/", [KEY]],
    [` https://scout.example/paperscout#ed25519=${KEY}\n`, "https://scout.example/paperscout/", [KEY]],
    [`HTTPS://Scout.Example#ed25519=${KEY}`, "https://scout.example/", [KEY]],
    [`https://scout.example/a.b/index.html#ed25519=${KEY}`, "https://scout.example/a.b/", [KEY]],
    [`https://scout.example/head.json#ed25519=${KEY}&ed25519=${OTHER}`, "https://scout.example/", [KEY, OTHER]],
    [`https://scout.example/#ed25519=${KEY}&ed25519=${KEY}`, "https://scout.example/", [KEY]],
    [`http://127.0.0.1:8123/#ed25519=${KEY}`, "http://127.0.0.1:8123/", [KEY]],
    [`http://localhost/x/#ed25519=${KEY}`, "http://localhost/x/", [KEY]],
  ])("%s", (address, folder, keys) => {
    expect(readSubscription(address)).toEqual({ ok: true, subscription: { folder, keys } });
    expect(readSubscription(subscriptionAddress({ folder, keys }))).toEqual({ ok: true, subscription: { folder, keys } });
  });

  it.each<[SubscriptionProblem, string]>([
    ["not-an-address", ""],
    ["not-an-address", "scout.example"],
    ["not-an-address", `https://${"a".repeat(2000)}.example/#ed25519=${KEY}`],
    ["not-an-address", `https://scout.example/${"ü".repeat(150)}/#ed25519=${KEY}`],
    ["not-https", `http://scout.example/#ed25519=${KEY}`],
    ["not-https", `http://127.0.0.1.evil.example/#ed25519=${KEY}`],
    ["not-https", `ftp://localhost/#ed25519=${KEY}`],
    ["not-an-address", "javascript:alert(1)"],
    ["has-credentials", `https://me:secret@scout.example/#ed25519=${KEY}`],
    ["has-query", `https://scout.example/?a=1#ed25519=${KEY}`],
    ["no-key", "https://scout.example/"],
    ["no-key", `https://scout.example/#${KEY}`],
    ["bad-key", "https://scout.example/#ed25519=AAAA"],
    ["bad-key", `https://scout.example/#ed25519=${KEY}A`],
    ["bad-key", `https://scout.example/#ed25519=${KEY}&rsa=${KEY}`],
    ["too-many-keys", `https://scout.example/#${Array.from({ length: 3 }, () => `ed25519=${KEY}`).join("&")}`],
  ])("is none (%s): %s", (problem, address) => expect(readSubscription(address)).toEqual({ ok: false, problem }));
});

it.each([400, 401])("what can be subscribed can be kept: an address of %i signs", (length) => {
  const [before, after] = ["https://scout.example/", `/#ed25519=${KEY}`];
  const address = `${before}${"a".repeat(length - before.length - after.length)}${after}`;
  expect(readSubscription(address).ok).toBe(length <= 400);
  expect(parseFeeds(address) !== undefined).toBe(length <= 400);
});
