import { BadInput } from "../bad-input.ts";
import { readArguments } from "../reading/read-arguments.ts";
import { readFolderUrl } from "./read-folder-url.ts";

/** Where something listens. */
interface Place {
  host: string;
  port: number;
}

export interface PublishArguments {
  to: string;
  state: string;
  key: string;
  once: boolean;
  json: boolean;
  serve: Place | undefined;
  /** A proxy on this machine; undefined for the real hosts. */
  hosts: Place | undefined;
  url: string | undefined;
  publisher: string;
  waitMinutes: number;
  share: number;
  mirrors: string[];
  gapMs: number;
}

const POLITE_GAP_MS = 500;
const HERE = new Set(["127.0.0.1", "localhost"]);

/** Whether nothing that is sent to that host leaves this machine. */
export function isHere(host: string): boolean {
  return HERE.has(host);
}

/** Reads what `publish` is given. */
export function readPublishArguments(args: string[]): PublishArguments {
  const text = { type: "string" } as const;
  const { values } = readArguments({
    args,
    options: {
      to: text,
      state: text,
      key: text,
      once: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      live: { type: "boolean", default: false },
      serve: text,
      hosts: text,
      url: text,
      name: text,
      wait: text,
      share: text,
      mirror: { ...text, multiple: true },
      gap: text,
    },
  });
  const given = (name: "to" | "state" | "key", what: string) => {
    const value = values[name];
    if (!value) throw new BadInput(`--${name} is missing; give ${what}`);
    return value;
  };
  const { live, once } = values;
  if (once && values.serve !== undefined) throw new BadInput("--once and --serve do not go together; a server stays");
  if (live === (values.hosts !== undefined))
    throw new BadInput("say whom to ask: --live the real hosts, or --hosts ADDRESS:PORT a stand-in for them on this machine (npm run web tells its own)");
  const hosts = values.hosts === undefined ? undefined : readPlace(values.hosts, "--hosts");
  if (hosts && !isHere(hosts.host)) throw new BadInput(`--hosts takes a stand-in on this machine, 127.0.0.1:PORT, not ${JSON.stringify(values.hosts)}`);
  return {
    to: given("to", "the folder that is served"),
    state: given("state", "the file in which the scout keeps what it knows"),
    key: given("key", "the file that npm run scout -- key FILE has made"),
    once,
    json: values.json,
    hosts,
    serve: values.serve === undefined ? undefined : readPlace(values.serve, "--serve"),
    url: values.url === undefined ? undefined : readFolderUrl(values.url),
    publisher: readName(values.name ?? "PaperScout finds"),
    waitMinutes: readWhole(values.wait ?? "15", "--wait", 1, 1440),
    share: readWhole(values.share ?? "1000", "--share", 1, 1e9),
    mirrors: (values.mirror ?? []).map(readMirror),
    gapMs: readWhole(values.gap ?? "1000", "--gap", live ? POLITE_GAP_MS : 0, 60_000),
  };
}

/** "8080", "0.0.0.0:8080". */
function readPlace(text: string, option: string): Place {
  const [, host = "127.0.0.1", port] = /^(?:([\w.-]{1,100}):)?(\d{1,5})$/.exec(text) ?? [];
  if (port === undefined || Number(port) > 65_535) throw new BadInput(`${option} cannot be ${JSON.stringify(text)}; give a port, or 127.0.0.1:PORT`);
  return { host, port: Number(port) };
}

function readWhole(text: string, option: string, least: number, most: number): number {
  const number = Number(text);
  if (!/^\d{1,10}$/.test(text) || number < least || number > most)
    throw new BadInput(`${option} cannot be ${JSON.stringify(text)}; give a whole number from ${least} to ${most}`);
  return number;
}

function readName(text: string): string {
  if (text.trim() === "" || text.length > 80) throw new BadInput("--name takes a name of at most 80 characters");
  return text;
}

function readMirror(text: string): string {
  const url = readFolderUrl(text);
  if (!url.startsWith("https:") || url.length > 200) throw new BadInput(`--mirror cannot be ${JSON.stringify(text.slice(0, 80))}; give https://…/`);
  return url;
}
