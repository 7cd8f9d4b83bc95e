import { compareScreens } from "./screens/compare-screens.ts";

// Compares the pictures that tests took of every state with those that are kept.

const compared = compareScreens();
if ("problem" in compared) {
  console.error(compared.problem);
  process.exitCode = 1;
} else {
  for (const line of compared.lines) console.log(line);
  process.exitCode = compared.fails ? 1 : 0;
}
