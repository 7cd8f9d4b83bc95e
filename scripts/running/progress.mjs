const REMIND_MS = 15_000;
const TICK_MS = 1_000;

/**
 * Says that something long is under way: on a terminal one line with the seconds so far, elsewhere a line every 15 s.
 * @param {string | (() => string)} label what is under way at this moment
 * @returns {{ say(line: string): void, end(result?: string): void }} `say` prints a line of its own, `end` stops it and prints the result in its place
 */
export function startProgress(label) {
  const start = performance.now();
  const terminal = process.stdout.isTTY;
  const clear = () => terminal && process.stdout.write("\r\x1b[2K");
  const tell = () => {
    const line = `${typeof label === "string" ? label : label()} … ${Math.round((performance.now() - start) / 1000)} s`;
    // A line that wraps cannot be taken back.
    if (terminal) process.stdout.write(`\r\x1b[2K${line.slice(0, process.stdout.columns - 1)}`);
    else console.log(line);
  };
  const timer = setInterval(tell, terminal ? TICK_MS : REMIND_MS);
  return {
    say(line) {
      clear();
      console.log(line);
    },
    end(result) {
      clearInterval(timer);
      clear();
      if (result !== undefined) console.log(result);
    },
  };
}

/**
 * The time since `start` (of performance.now) in seconds with one decimal: "12.3 s".
 * @param {number} start
 */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
