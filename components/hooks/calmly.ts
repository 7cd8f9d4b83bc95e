/** What changes without end is drawn twice a second: often enough to see it move, seldom enough to leave the machine to the work. */
export const CALM_MS = 500;

/**
 * Hears a source of values. The first comes at once, and so does one after a while of quiet and the next; of a flood that
 * goes on only one in each half second, and the source is left alone meanwhile. Subscribing must give what is latest: so
 * nothing is missed. Gives what ends it.
 */
export function calmly<Value>(subscribe: (next: (value: Value) => void) => () => void, hear: (value: Value) => void): () => void {
  let end = () => {};
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heardAt = Number.NEGATIVE_INFINITY;
  let mayFollow = false;
  const begin = (isAnew: boolean) => {
    let isFirst = isAnew;
    let isOver = false;
    const next = (value: Value) => {
      if (isOver) return;
      const now = performance.now();
      const left = CALM_MS - (now - heardAt);
      if (!isFirst && left > 0 && !mayFollow) {
        end();
        timer = setTimeout(begin, left, true);
        return;
      }
      mayFollow = !isFirst && left <= 0;
      isFirst = false;
      heardAt = now;
      hear(value);
    };
    let stop = () => {};
    end = () => {
      isOver = true;
      stop();
    };
    stop = subscribe(next);
    if (isOver) stop();
  };
  begin(false);
  return () => {
    clearTimeout(timer);
    end();
  };
}
