/** How long to wait before the next attempt. Delays in ms; `maxMs` bounds them. */
export interface Retry {
  /** After the first attempt; doubled after each other one. */
  delayMs: number;
  maxMs: number;
  /** The part of a delay that is left to chance, 0 to 1, so that many do not come back at once. */
  jitter?: number;
}

/** The delay after that many attempts. `random` lies in [0, 1). */
export function retryDelayMs({ delayMs, maxMs, jitter = 0 }: Retry, attempts: number, random: number): number {
  return Math.round(Math.min(delayMs * 2 ** Math.min(attempts - 1, 40), maxMs) * (1 - jitter * random));
}
