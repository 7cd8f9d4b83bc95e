import { describe, expect, it } from "vitest";
import { browserAdvice, browserVersionProblem, canInstallBrowsers, nodeProblem, readOsRelease } from "./setup-advice.mjs";

describe("the check of Node", () => {
  it.each(["22.18.0", "v22.18.1", "24.21.0", "v26.0.0-pre"])("takes %s", (version) => expect(nodeProblem(version)).toBeUndefined());
  it.each(["20.20.2", "v18.0.0", "22.12.0", "22.17.9"])("says what to do about %s", (version) => {
    expect(nodeProblem(version)).toContain(version);
    expect(nodeProblem(version)).toContain("https://nodejs.org/");
  });
});

describe("the check of a browser's version", () => {
  it.each([
    ["chrome", "Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"],
    ["chrome", "Google Chrome 120.0.6099.5 "],
    ["firefox", "Mozilla Firefox 153.7.0esr"],
    ["firefox", "something without a number"],
  ] as const)("takes for %s %j", (name, said) => expect(browserVersionProblem(name, said)).toBeUndefined());
  it.each([
    ["chrome", "Chromium 119.0.6045.199"],
    ["firefox", "Mozilla Firefox 128.3.1esr"],
  ] as const)("does not take for %s %j", (name, said) => expect(browserVersionProblem(name, said)).toContain(said));
});

it.each([
  ['PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nNAME="Debian GNU/Linux"\nVERSION_ID="12"\nID=debian\n', { id: "debian", like: "" }],
  ['NAME="Linux Mint"\nID=linuxmint\nID_LIKE="ubuntu debian"\n', { id: "linuxmint", like: "ubuntu debian" }],
  ["ID='rocky'\nID_LIKE='rhel fedora'", { id: "rocky", like: "rhel fedora" }],
  ["", { id: "", like: "" }],
])("reads os-release %j", (text, told) => expect(readOsRelease(text)).toEqual(told));

const debian = { platform: "linux", id: "debian", like: "", root: true, apt: true };
const ubuntu = { ...debian, id: "ubuntu", like: "debian" };

describe("a missing browser", () => {
  it("is installed by root on Debian only", () => {
    expect(canInstallBrowsers(debian)).toBe(true);
    const others = [{ ...debian, root: false }, { ...debian, apt: false }, ubuntu, { ...debian, id: "fedora" }, { ...debian, platform: "darwin", id: "" }];
    expect(others.filter(canInstallBrowsers)).toEqual([]);
  });

  it.each([
    ["chrome", "Debian", { ...debian, root: false }, "sudo apt-get install chromium"],
    ["firefox", "Debian", { ...debian, root: false }, "sudo apt-get install firefox-esr"],
    ["chrome", "Ubuntu", ubuntu, "snaps"],
    ["firefox", "Linux Mint", { ...ubuntu, id: "linuxmint", like: "ubuntu debian" }, "Mozilla's own repository"],
    ["chrome", "Rocky", { ...debian, id: "rocky", like: "rhel fedora", apt: false }, "sudo dnf install chromium"],
    ["firefox", "Arch", { ...debian, id: "arch", apt: false }, "sudo pacman -S firefox"],
    ["chrome", "an unknown Linux", { ...debian, id: "", apt: false }, "as is usual on this system"],
    ["chrome", "macOS", { ...debian, platform: "darwin", id: "", apt: false }, "brew install --cask google-chrome"],
    ["firefox", "Windows", { ...debian, platform: "win32", id: "", apt: false }, "winget install Mozilla.Firefox"],
  ] as const)("%s on %s: says what to install, and how to name one that is there", (name, _system, machine, told) => {
    const advice = browserAdvice(name, machine);
    expect(advice).toContain(told);
    expect(advice).toContain(name === "chrome" ? "CHROME_PATH=" : "FIREFOX_PATH=");
  });

  it("is not to be had from Ubuntu's own packages", () => {
    expect(browserAdvice("chrome", ubuntu)).not.toContain("apt-get install");
  });
});
