/** Type stripping, with which Node runs the project's TypeScript as it is, needs no flag from here on. */
const NEEDED_NODE = [22, 18];

/** @typedef {"chrome" | "firefox"} BrowserName */

/** The oldest that the extension's manifest allows. */
const NEEDED_BROWSER = { chrome: 120, firefox: 140 };

/** @type {Record<BrowserName, string>} */
export const DEBIAN_PACKAGE = { chrome: "chromium", firefox: "firefox-esr" };

/** @type {Record<BrowserName, { title: string, override: string, windows: string, mac: string, fedora: string, arch: string, page: string }>} */
const BROWSERS = {
  chrome: {
    title: "Chromium, Chrome or Edge",
    override: "CHROME_PATH",
    windows: "winget install Google.Chrome",
    mac: "brew install --cask google-chrome",
    fedora: "chromium",
    arch: "chromium",
    page: "https://www.google.com/chrome/ (the .deb)",
  },
  firefox: {
    title: "Firefox",
    override: "FIREFOX_PATH",
    windows: "winget install Mozilla.Firefox",
    mac: "brew install --cask firefox",
    fedora: "firefox",
    arch: "firefox",
    page: "https://support.mozilla.org/kb/install-firefox-linux (the .deb of Mozilla's own repository)",
  },
};

/**
 * What is wrong with this version of Node ("20.20.2"), undefined where nothing is.
 * @param {string} version
 * @returns {string | undefined}
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED_NODE;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return `Node ${NEEDED_NODE.join(".")} or newer is needed, this is ${version}. npm ci brings one along for Linux (x64, arm64) and Windows (x64); elsewhere install it from https://nodejs.org/ and start again.`;
}

/**
 * What is wrong with what a browser says to --version ("Mozilla Firefox 153.0esr"), undefined where nothing is.
 * @param {BrowserName} name
 * @param {string} said
 * @returns {string | undefined}
 */
export function browserVersionProblem(name, said) {
  const version = Number(/\d+/.exec(said)?.[0]);
  // One that does not tell its version is given the benefit of the doubt.
  if (!(version < NEEDED_BROWSER[name])) return undefined;
  return `PaperScout needs ${NEEDED_BROWSER[name]} or newer, this is "${said.trim()}".`;
}

/** @typedef {{ platform: string, id: string, like: string, root: boolean, apt: boolean }} Machine `id`, `like`: of /etc/os-release, "" elsewhere */

/**
 * Reads ID and ID_LIKE from the text of /etc/os-release; "" where it does not say.
 * @param {string} text
 */
export function readOsRelease(text) {
  const value = (/** @type {string} */ name) => new RegExp(`^${name}=["']?([^"'\n]*)`, "m").exec(text)?.[1] ?? "";
  return { id: value("ID"), like: value("ID_LIKE") };
}

/**
 * True where the missing browsers can be installed without asking: by root, from Debian's own packages.
 * @param {Machine} machine
 */
export function canInstallBrowsers({ platform, id, root, apt }) {
  return platform === "linux" && id === "debian" && root && apt;
}

/**
 * What a person has to do about a missing browser, in a few lines.
 * @param {BrowserName} name
 * @param {Machine} machine
 */
export function browserAdvice(name, { platform, id, like, apt }) {
  const { title, override, windows, mac, fedora, arch, page } = BROWSERS[name];
  const kin = `${id} ${like}`;
  const lines = () => {
    if (platform === "win32") return [`  ${windows}`];
    if (platform === "darwin") return [`  ${mac}`];
    // Ubuntu's packages of these names fetch snaps, which cannot see a profile in /tmp and often do not run in containers.
    if (/\bubuntu\b/.test(kin)) return ["  Ubuntu's own packages are snaps, which cannot be driven by a test. Take", `  ${page}`];
    if (apt) return [`  sudo apt-get install ${DEBIAN_PACKAGE[name]}`];
    if (/\b(fedora|rhel)\b/.test(kin)) return [`  sudo dnf install ${fedora}`];
    if (/\barch\b/.test(kin)) return [`  sudo pacman -S ${arch}`];
    return ["  install it as is usual on this system"];
  };
  return [`There is no ${title} on this machine. Install one:`, ...lines(), `or name one that is there: ${override}=/path/to/it`].join("\n");
}
