import type { Arrival, Refusal } from "./web.ts";

/** What to tell a person who wants to point a browser here. */
export function welcomeLines({ host, port }: { host: string; port: number }, hosts: readonly string[]): string[] {
  return [
    `proxy     ${host}:${port} for ${hosts.join(", ")}; refuses all else`,
    `Chromium  chromium --proxy-server=${host}:${port} --ignore-certificate-errors --user-data-dir="$(mktemp -d)"`,
    `Firefox   in about:config of a fresh profile: network.proxy.type=1, network.proxy.ssl=${host}, network.proxy.ssl_port=${port}; then accept the certificate once at each host`,
  ];
}

export function arrivalLine({ at, status, method, url, bytes }: Arrival): string {
  return `${clock(at)} ${status || "---"} ${method.padEnd(4)} ${url} ${bytes} bytes`;
}

export function refusalLine({ at, host }: Refusal): string {
  return `${clock(at)} refused ${host}`;
}

/** Local time of day, to the millisecond. */
function clock(at: number): string {
  const date = new Date(at);
  return `${date.toLocaleTimeString("en-GB")}.${String(date.getMilliseconds()).padStart(3, "0")}`;
}
