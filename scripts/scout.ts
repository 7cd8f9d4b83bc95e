import { answer } from "./scout/answer.ts";

const { stdout, stderr, code } = await answer(process.argv.slice(2));
process.stdout.write(stdout);
process.stderr.write(stderr);
process.exitCode = code;
