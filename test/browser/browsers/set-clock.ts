import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

const SCRIPT = "clock.js";

/** What the background uses of them. */
interface Alarms {
  create(name: string, info: { when?: number }): Promise<void>;
  get(name: string): Promise<{ scheduledTime: number } | undefined>;
}

/**
 * Gives the built extension in the folder a clock of its own: it is `clock` (epoch ms) now. In the background it goes on
 * from there, since work waits for times; on the pages it stands still, so that what they say of times is the same at
 * each look. Alarms ring as they would.
 */
export async function setClock(folder: string, clock: number): Promise<void> {
  const script = `(${turnClock})(${clock}, ${clock - Date.now()});\n`;
  await writeFile(join(folder, SCRIPT), script);
  const background = join(folder, "background.js");
  await writeFile(background, script + (await readFile(background, "utf8")));
  for (const name of globSync("*.html", { cwd: folder })) {
    const page = join(folder, name);
    await writeFile(page, (await readFile(page, "utf8")).replace("<head>", `<head><script src="/${SCRIPT}"></script>`));
  }
}

/** Runs in the extension, from its text: it can use nothing from outside itself. */
function turnClock(clock: number, ahead: number): void {
  const RealDate = Date;
  const isPage = /\/(?:library|options|popup|welcome)\.html$/.test(location.pathname);
  const now = isPage ? () => clock : () => RealDate.now() + ahead;
  globalThis.Date = class extends RealDate {
    constructor(...given: []) {
      if (given.length === 0) super(now());
      else super(...given);
    }
    static override now = now;
  } as DateConstructor;
  const { alarms } = chrome as unknown as { alarms?: Alarms };
  // A document off the screen has none.
  if (isPage || !alarms) return;
  const create = alarms.create.bind(alarms);
  const get = alarms.get.bind(alarms);
  Object.assign(alarms, {
    create: (name, { when, ...info }) => create(name, { ...info, ...(when !== undefined && { when: when - ahead }) }),
    async get(name) {
      const alarm = await get(name);
      return alarm && { ...alarm, scheduledTime: alarm.scheduledTime + ahead };
    },
  } satisfies Alarms);
}
