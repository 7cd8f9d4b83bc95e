import { answer } from "./scout/answer.ts";

const [verb, ...args] = process.argv.slice(2);
if (verb === "publish" && !args.includes("--help") && !args.includes("-h")) {
  const { publish } = await import("./scout/publish/publish.ts");
  // Threads and sockets may be left; what was to be written is written.
  process.exit(await publish(args));
}
const { stdout, stderr, code } = await answer(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
