import { expect, it } from "vitest";
import { addressLine, folderAddress } from "./folder-address.ts";

const serve = (host: string) => ({ host, port: 8123 });
const url = "https://scout.example/x/";

it.each([
  ["served to this machine", { url: undefined, serve: serve("127.0.0.1") }, "http://127.0.0.1:8123/", "subscribe to http://127.0.0.1:8123/#ed25519=KEY"],
  ["served to others, behind a proxy", { url, serve: serve("0.0.0.0") }, url, `subscribe to ${url}#ed25519=KEY`],
  ["served to others at an address that nobody has said", { url: undefined, serve: serve("0.0.0.0") }, undefined, /^serves at 0\.0\.0\.0:8123; give --url/],
  ["served by others", { url: undefined, serve: undefined }, undefined, undefined],
])("of what is %s that address is published, and told", (_, given, address, line) => {
  expect(folderAddress(given)).toBe(address);
  if (line === undefined) expect(addressLine(given, "KEY")).toBeUndefined();
  else expect(addressLine(given, "KEY")).toMatch(line);
});
