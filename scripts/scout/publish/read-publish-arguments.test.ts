import { describe, expect, it } from "vitest";
import { BadInput } from "../bad-input.ts";
import { readPublishArguments } from "./read-publish-arguments.ts";

const FILES = ["--to", "served", "--state", "state", "--key", "key"];
const HOSTS = ["--hosts", "127.0.0.1:8000"];

describe("what publish is given", () => {
  it("is complete with three files and whom to ask", () => {
    expect(readPublishArguments([...FILES, ...HOSTS])).toEqual({
      to: "served",
      state: "state",
      key: "key",
      once: false,
      json: false,
      hosts: { host: "127.0.0.1", port: 8000 },
      serve: undefined,
      url: undefined,
      publisher: "PaperScout finds",
      waitMinutes: 15,
      share: 1000,
      mirrors: [],
      gapMs: 1000,
    });
  });

  it("may say all of it", () => {
    const more = ["--live", "--serve", "0.0.0.0:80", "--url", "https://scout.example/x", "--name", "Ada's", "--wait", "60", "--share", "5", "--gap", "500"];
    expect(readPublishArguments([...FILES, ...more, "--mirror", "https://a.example", "--mirror", "https://b.example/x/"])).toMatchObject({
      hosts: undefined,
      serve: { host: "0.0.0.0", port: 80 },
      url: "https://scout.example/x/",
      publisher: "Ada's",
      waitMinutes: 60,
      share: 5,
      gapMs: 500,
      mirrors: ["https://a.example/", "https://b.example/x/"],
    });
  });

  it.each<[string, string[], RegExp]>([
    ["nobody to ask", FILES, /say whom to ask: --live .* or --hosts/],
    ["two to ask", [...FILES, ...HOSTS, "--live"], /say whom to ask/],
    ["a host that is not on this machine", [...FILES, "--hosts", "isocpp.org:443"], /takes a stand-in on this machine/],
    ["hosts without a port", [...FILES, "--hosts", ""], /--hosts cannot be ""/],
    ["no folder", HOSTS, /--to is missing; give the folder that is served/],
    ["an empty key", [...FILES, ...HOSTS, "--key", ""], /--key is missing/],
    ["both a round and a server", [...FILES, ...HOSTS, "--once", "--serve", "80"], /do not go together/],
    ["a port that is none", [...FILES, ...HOSTS, "--serve", "70000"], /--serve cannot be "70000"/],
    ["a wait that is none", [...FILES, ...HOSTS, "--wait", "0"], /--wait cannot be "0"; give a whole number from 1 to 1440/],
    ["a share that is none", [...FILES, ...HOSTS, "--share", "1e3"], /--share cannot be "1e3"/],
    ["a hurry with the real hosts", [...FILES, "--live", "--gap", "10"], /--gap cannot be "10"; give a whole number from 500/],
    ["an open address", [...FILES, ...HOSTS, "--url", "http://scout.example/"], /--url cannot be/],
    ["an address with a key", [...FILES, ...HOSTS, "--url", "https://scout.example/#a"], /--url cannot be/],
    ["an open mirror", [...FILES, ...HOSTS, "--mirror", "http://127.0.0.1/"], /--mirror cannot be/],
    ["a name without end", [...FILES, ...HOSTS, "--name", "x".repeat(81)], /at most 80/],
    ["what there is not", [...FILES, ...HOSTS, "--loud"], /--loud/],
  ])("is refused with %s", (_, args, told) => {
    expect(() => readPublishArguments(args)).toThrow(BadInput);
    expect(() => readPublishArguments(args)).toThrow(told);
  });
});
