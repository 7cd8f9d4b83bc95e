import { readFileSync, statSync, unwatchFile, watchFile } from "node:fs";
import { readCommandLine, USAGE } from "./command-line.ts";
import { arrivalLine, refusalLine, welcomeLines } from "./log-lines.ts";
import { HOSTS, INDEX_URL, startWeb } from "./web.ts";

const SECOND = 1000;

const asked = readCommandLine(process.argv.slice(2));
if ("help" in asked) console.log(USAGE);
else if ("problem" in asked) giveUp(asked.problem);
else await serve(asked.index, asked.port);

async function serve(file: string, port: number): Promise<void> {
  const web = await startWeb({
    proxyPort: port,
    onArrival: (arrival) => console.log(arrivalLine(arrival)),
    onRefusal: (refusal) => console.log(refusalLine(refusal)),
  }).catch(giveUp);
  const publish = () => {
    const body = readFileSync(file);
    web.publishIndex(body, { lastModified: statSync(file).mtime });
    console.log(`index     ${file}, ${body.length} bytes, at ${INDEX_URL}`);
  };
  try {
    publish();
  } catch (error) {
    giveUp(error);
  }
  for (const line of welcomeLines(web.proxy, HOSTS)) console.log(line);

  const publishAgain = () => {
    try {
      publish();
    } catch (error) {
      // Whoever rewrites the file may have it away for a moment; the last good one stays up.
      console.error(`${messageOf(error)}; still serving what was read before`);
    }
  };
  // Called for mere reading too, our own included.
  watchFile(file, { interval: SECOND / 2 }, (now, before) => {
    if (now.mtimeMs !== before.mtimeMs) publishAgain();
  });
  process.on("SIGHUP", publishAgain);
  const stop = () => {
    unwatchFile(file);
    void web.close();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

function giveUp(reason: unknown): never {
  console.error(`web: ${messageOf(reason)}`);
  process.exit(2);
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
