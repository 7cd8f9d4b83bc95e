const REMIND_MS = 15_000;
const TICK_MS = 1_000;

/**
 * Says that something long is under way: on a terminal one line with the seconds so far, elsewhere a line every 15 s.
 * The function it gives ends that and prints the result in its place.
 * @param {string} label
 * @returns {(result: string) => void}
 */
export function startProgress(label) {
  const start = performance.now();
  const terminal = process.stdout.isTTY;
  const tell = () => {
    const line = `${label} … ${Math.round((performance.now() - start) / 1000)} s`;
    // A line that wraps cannot be taken back.
    if (terminal) process.stdout.write(`\r\x1b[2K${line.slice(0, process.stdout.columns - 1)}`);
    else console.log(line);
  };
  const timer = setInterval(tell, terminal ? TICK_MS : REMIND_MS);
  return (result) => {
    clearInterval(timer);
    if (terminal) process.stdout.write("\r\x1b[2K");
    console.log(result);
  };
}

/**
 * The time since `start` (of performance.now) in seconds with one decimal: "12.3 s".
 * @param {number} start
 */
export function secondsSince(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
