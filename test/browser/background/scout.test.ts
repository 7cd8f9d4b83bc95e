import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, expect, it } from "vitest";
import { subscriptionAddress } from "../../../lib/feed/subscription.ts";
import { makeKeyFile } from "../../../lib/headless/key-file.ts";
import { completeSettings } from "../../../lib/terms/settings.ts";
import { READ_FEED } from "../../../lib/terms/work-names.ts";
import { growingPapers } from "../../headless/growing-papers.ts";
import { type ScoutProcess, scoutFolder } from "../../headless/scout-process.ts";
import type { Answer, Web } from "../../web/web.ts";
import { inEachBrowser } from "../browsers/with-extension.ts";
import { addWatch, openOptions } from "../driving/drive-options.ts";
import { until } from "../driving/until.ts";
import { notifications, readTable, ringAlarm } from "../state/browser-state.ts";
import { makeDue } from "../state/let-time-pass.ts";

// A scout of its own process finds what a browser tells: nothing of the feed is made up here.

const STORY_MS = 400_000;
/** Longer than a claim may wait to be verified. */
const VERIFIED_MS = 150_000;
const FOLDER = "https://scout.example/paperscout/";

const keys = mkdtempSync(join(tmpdir(), "scout-key-"));
const { key } = await makeKeyFile(join(keys, "key"));
const pem = readFileSync(join(keys, "key"), "utf8");
rmSync(keys, { recursive: true });

let scout: Awaited<ReturnType<typeof scoutFolder>>;
let papers: ReturnType<typeof growingPapers>;
let running: ScoutProcess | undefined;
let port = 0;

/** A cache in front of the scout's own server, as a reader sees it. */
function lendAddress(web: Web): void {
  web.answerHost("scout.example", ({ url }): Answer => {
    const name = basename(new URL(url).pathname);
    const isThere = existsSync(scout.path(`served/${name}`));
    return {
      status: isThere ? 200 : 404,
      headers: { "access-control-allow-origin": "*", "content-type": "application/json" },
      body: async function* () {
        if (isThere) yield Buffer.from(await (await fetch(`http://127.0.0.1:${port}/${name}`)).arrayBuffer());
      },
    };
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function startScout(): void {
  running = scout.start("--serve", String(port), "--url", FOLDER, "--name", "A scout");
}

async function killScout(): Promise<void> {
  running?.process.kill("SIGKILL");
  await running?.ended;
}

/** What browsers asked that host for; the scout asks it too. */
const askedByBrowser = (web: Web, host: string) =>
  web.arrivals
    .filter(({ url, headers }) => new URL(url).hostname === host && headers["user-agent"]?.startsWith("Mozilla"))
    .map(({ method, url }) => `${method} ${basename(url)}`);

inEachBrowser(
  "a scout",
  async (web) => {
    scout = await scoutFolder(web, pem);
    papers = growingPapers(web);
    papers.grow();
    port = await freePort();
    lendAddress(web);
    startScout();
    await until(
      "the first publication",
      () => scout.read(),
      (served) => served?.drafts.length === 1,
    );
  },
  (stage) => {
    let page: Page;
    const row = async () => (await readTable(page, "feeds"))[0];
    const match = async (id: string) => (await readTable(page, "matches")).find((match) => match.id === id);
    afterAll(async () => {
      await killScout();
      scout.remove();
    });

    it("is heard, and what it knew at first is no news", async () => {
      page = await openOptions(stage().extension);
      await addWatch(page, "author:Noether");
      await until("the first reading", row, (row) => row?.readAt !== undefined);
      expect(await readTable(page, "drafts")).toMatchObject([{ id: "D3001R6", baseline: true, claimedBy: FOLDER }]);
      expect(askedByBrowser(stage().web, "isocpp.org")).toEqual([]);
    });

    it(
      "that is killed and started again finds a draft; the browser sees that it is there, and tells it once",
      async () => {
        const { web } = stage();
        const before = await scout.read();
        await killScout();
        papers.grow();
        startScout();
        await until(
          "the find to be published",
          () => scout.read(before?.payload),
          (served) => served?.drafts.some(({ id, page }) => id === "D3002R6" && page !== undefined) === true,
        );
        await makeDue(page, 0, `${READ_FEED} ${FOLDER}`);
        await ringAlarm(page);
        await until(
          "the find to be told",
          () => match("D3002R6"),
          (match) => (match?.notifiedAt ?? 0) > 0,
          VERIFIED_MS,
        );
        expect(askedByBrowser(web, "isocpp.org")).toEqual(["HEAD D3002R6.html"]);
        expect(await match("D3002R6")).toMatchObject({ paper: { title: "Rings, part 3002", authors: ["Emmy Noether"] } });
        expect(JSON.stringify(await notifications(page)).split("D3002R6")).toHaveLength(2);
      },
      STORY_MS,
    );
  },
  { ...completeSettings([]), openStd: false, minutesBetweenNotifications: 0, feeds: subscriptionAddress({ folder: FOLDER, keys: [key] }) },
);
