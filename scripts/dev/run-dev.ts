import { createServer as createTcpServer } from "node:net";
import { createServer } from "wxt";
import { ROOT } from "../running/run-logged.mjs";
import { devBrowser } from "./dev-browser.ts";
import { type DevOptions, readDevOptions } from "./dev-options.mjs";
import { startDevWeb } from "./dev-web.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const asked = readDevOptions(process.argv.slice(2));
if (!("options" in asked)) throw new Error("scripts/dev.mjs has let pass what it should not");
// A build that is under way would go on otherwise.
process.exit(await develop(asked.options));

/** Serves, builds, opens the browser, and ends all of it with the browser or with a signal; gives the exit code. */
async function develop(options: DevOptions): Promise<number> {
  if (options.port !== undefined && !(await isFree(options.port))) {
    console.error(`dev: port ${options.port} is taken; without --port the next that is free is used`);
    return 1;
  }
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const hearSignals = () => {
    for (const signal of SIGNALS) process.removeAllListeners(signal).on(signal, () => end());
  };
  const web = options.live ? undefined : await startDevWeb();
  const runner = devBrowser(options, { proxy: web?.proxy, onClosed: end, onLaunched: hearSignals });
  const server = await createServer({
    root: ROOT,
    browser: options.browser,
    manifestVersion: 3,
    webExt: { disabled: true },
    ...(options.port !== undefined && { dev: { server: { port: options.port, strictPort: true } } }),
    // The configuration is read again whenever a file changes, and with it WXT's own runner comes back.
    hooks: { "config:resolved": (wxt) => void Object.assign(wxt.config, { runner }) },
  });
  hearSignals();
  process.once("disconnect", end);
  for (const line of [...(web?.lines ?? ["web        the real hosts"]), ...codeLines(server.origin, runner.describe())]) console.log(line);
  try {
    await Promise.race([server.start().then(() => console.log("ready      Ctrl-C ends it all")), over]);
    await over;
    return 0;
  } catch (error) {
    console.error(`dev: ${error instanceof Error ? error.stack : String(error)}`);
    return 1;
  } finally {
    await runner.end();
    await server.stop();
    await web?.close();
  }
}

function codeLines(origin: string, browser: string): string[] {
  return [
    `code       served at ${origin}; what you change in components/ is drawn at once, a change of lib/background or lib/store reloads the extension`,
    `browser    ${browser}`,
  ];
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createTcpServer();
    server.once("error", () => resolve(false));
    server.listen(port, "localhost", () => server.close(() => resolve(true)));
  });
}
