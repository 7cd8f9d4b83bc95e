import { parseArgs } from "node:util";
import { keepScreens } from "./screens/keep-screens.ts";

const USAGE = `npm run pictures -- [--stores | --keep]

Takes the pictures of the README and those that the stores show (docs/store) anew, from the production build.

  --stores  takes those of the stores alone
  --keep    takes over the pictures that npm test took of every state, for npm run screens to compare with, and says which; takes none anew
  --help    this text`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const flag = { type: "boolean", default: false } as const;
  let asked: { keep: boolean; stores: boolean; help: boolean };
  try {
    asked = parseArgs({ args, options: { keep: flag, stores: flag, help: flag } }).values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    console.error(`pictures: ${error.message.split("\n", 1)[0]}`);
    return 2;
  }
  if (asked.help) console.log(USAGE);
  else if (asked.keep) return keep();
  else {
    if (!asked.stores) {
      await import("./readme/take-picture.ts");
      await import("./readme/take-moving-picture.ts");
    }
    await import("./store/take-store-pictures.ts");
  }
  return 0;
}

function keep(): number {
  const kept = keepScreens();
  if ("problem" in kept) {
    console.error(`${kept.problem}\nNothing was taken over.`);
    return 1;
  }
  for (const line of kept.lines) console.log(line);
  return 0;
}
