import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import puppeteer, { type Browser, type CDPSession, type WebWorker } from "puppeteer-core";
import { build } from "vite";
import { findBrowser } from "../../scripts/setup/find-browser.mjs";
import { chromiumSwitches } from "../browser/browsers/chromium-switches.ts";

export interface BenchWorker {
  browser: Browser;
  worker: WebWorker;
  cdp: CDPSession;
  close(): Promise<void>;
}

/** Where a bench's requests go: to the double of the web behind that proxy, as far as these hosts are concerned. */
export interface BenchWeb {
  proxy: { host: string; port: number };
  /** As match patterns. */
  hosts: string[];
}

/** Runs a module as the service worker of an extension of its own in Chromium, with these files beside it. Without a web it can ask no host. */
export async function startBenchWorker(module: string, files: string[], web?: BenchWeb): Promise<BenchWorker> {
  const executablePath = findBrowser("chrome");
  if (!executablePath) throw new Error("No Chromium, Chrome or Edge on this machine: npm start installs one or says which to install.");
  const folder = await mkdtemp(join(tmpdir(), "paperscout-bench-"));
  await mkdir(folder, { recursive: true });
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "silent",
    build: { outDir: folder, emptyOutDir: false, target: "chrome120", lib: { entry: module, formats: ["es"], fileName: () => "worker.js" } },
    define: { "process.env.NODE_ENV": '"production"' },
  });
  for (const file of files) await copyFile(file, join(folder, basename(file)));
  const manifest = {
    manifest_version: 3,
    name: "bench",
    version: "1",
    permissions: ["unlimitedStorage"],
    ...(web && { host_permissions: web.hosts }),
    background: { service_worker: "worker.js", type: "module" },
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
  const browser = await puppeteer.launch({
    browser: "chrome",
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: web !== undefined,
    // Port 9 accepts nobody.
    args: chromiumSwitches(web ? `http://${web.proxy.host}:${web.proxy.port}` : "http://127.0.0.1:9"),
  });
  await browser.installExtension(folder);
  const target = await browser.waitForTarget((target) => target.type() === "service_worker" && target.url().endsWith("worker.js"));
  const worker = await target.worker();
  if (!worker) throw new Error("the bench's service worker did not start");
  return {
    browser,
    worker,
    cdp: worker.client,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true });
    },
  };
}
