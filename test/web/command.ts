import { readCommandLine, USAGE, type WhatToServe } from "./command-line.ts";
import { arrivalLine, refusalLine, welcomeLines } from "./log-lines.ts";
import { type ServedFiles, serveFiles } from "./serve-files.ts";
import { HOSTS, startWeb, type Web } from "./web.ts";

const asked = readCommandLine(process.argv.slice(2));
if ("help" in asked) console.log(USAGE);
else if ("problem" in asked) giveUp(asked.problem);
else await serve(asked);

async function serve(what: WhatToServe): Promise<void> {
  const web = await startWeb({
    proxyPort: what.port,
    onArrival: (arrival) => console.log(arrivalLine(arrival)),
    onRefusal: (refusal) => console.log(refusalLine(refusal)),
  }).catch(giveUp);
  const files = publish(web, what);
  for (const line of [...files.published, ...welcomeLines(web.proxy, HOSTS)]) console.log(line);
  process.on("SIGHUP", files.look);
  const stop = () => {
    files.close();
    void web.close();
  };
  process.once("SIGINT", stop).once("SIGTERM", stop);
}

function publish(web: Web, what: WhatToServe): ServedFiles {
  try {
    return serveFiles(web, what, { news: console.log, trouble: console.error });
  } catch (error) {
    return giveUp(error);
  }
}

function giveUp(reason: unknown): never {
  console.error(`web: ${reason instanceof Error ? reason.message : String(reason)}`);
  process.exit(2);
}
