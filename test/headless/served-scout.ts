import { existsSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";
import { setTimeout } from "node:timers/promises";
import { subscriptionAddress } from "../../lib/feed/subscription.ts";
import type { Answer, Web } from "../web/web.ts";
import { type ScoutProcess, scoutFolder } from "./scout-process.ts";

/** Where readers find it: a cache in front of the scout's own server. */
export const SERVED_AT = "https://scout.example/paperscout/";

/** A scout that publishes and serves in a process of its own, and asks the double, at which its feed lies for readers; with that key (PEM), where one is given. */
export async function servedScout(web: Web, pem?: string) {
  const scout = await scoutFolder(web, pem);
  let port = await freePort();
  const ask = (name: string) => fetch(`http://127.0.0.1:${port}/${name}`);
  let running: ScoutProcess | undefined;
  let isServing = false;
  const begin = () => scout.start("--serve", String(port), "--url", SERVED_AT, "--name", "A scout");
  async function isAnswering(): Promise<boolean> {
    if (running?.process.exitCode !== null) {
      const { stderr = "" } = (await running?.ended) ?? {};
      if (!/EADDRINUSE|is in use/.test(stderr)) throw new Error(`The scout has ended: ${stderr}`);
      // Between the look for a free port and the use of it another process has taken it.
      port = await freePort();
      running = begin();
    }
    return ask("head.json").then(
      () => true,
      () => false,
    );
  }
  web.answerHost("scout.example", ({ url }): Answer => {
    const name = basename(new URL(url).pathname);
    const isThere = isServing && existsSync(scout.path(`served/${name}`));
    return {
      status: isThere ? 200 : isServing ? 404 : 503,
      headers: { "access-control-allow-origin": "*", "content-type": "application/json" },
      body: async function* () {
        if (isThere) yield Buffer.from(await (await ask(name)).arrayBuffer());
      },
    };
  });
  return {
    address: subscriptionAddress({ folder: SERVED_AT, keys: [scout.key] }),
    /** What a reader finds there; undefined where nothing was published yet. */
    read: (latest?: string) => scout.read(latest),
    /** Resolves when it serves: whoever asks before that is told that nobody is there. */
    async start(): Promise<void> {
      running = begin();
      while (!(await isAnswering())) await setTimeout(100);
      isServing = true;
    },
    /** One round of a scout that does not stay; another that is running has the state. */
    round: () => scout.round("--url", SERVED_AT, "--name", "A scout"),
    /** As if the power failed. */
    async kill(): Promise<void> {
      isServing = false;
      running?.process.kill("SIGKILL");
      await running?.ended;
    },
    async remove(): Promise<void> {
      await this.kill();
      scout.remove();
    },
  };
}

/** What browsers asked that host for, and not the scout: "HEAD D4000R0.pdf". */
export function askedByBrowsers(web: Web, host: string): string[] {
  return web.arrivals
    .filter(({ url, headers }) => new URL(url).hostname === host && headers["user-agent"]?.startsWith("Mozilla"))
    .map(({ method, url }) => `${method} ${basename(url)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
