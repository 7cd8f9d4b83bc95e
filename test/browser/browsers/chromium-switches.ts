/** A Chromium that does not call home, and that reaches the network through this proxy only where one is given ("http://127.0.0.1:8080"). */
export function chromiumSwitches(proxy?: string): string[] {
  return [
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--disable-search-engine-choice-screen",
    // The sandbox cannot be had by root, in whose name bare machines and containers run tests.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...(proxy ? [`--proxy-server=${proxy}`] : []),
  ];
}
