/** @typedef {import("./test-report.mjs").StepResult} StepResult */

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} [needs] steps without whose success this one is not run, and has failed as well
 * @property {string[]} [after] steps that this one must not run beside, however they end
 * @property {() => Promise<StepResult>} run
 */

/** @type {StepResult} */
export const NOTHING_RUN = { passed: 0, failed: 1, details: [] };

/**
 * Runs the steps in their order, so many at once; one that must wait for others is passed by. A step that is needed and is
 * not among them counts as done. What a step throws becomes its result by `asFailure`.
 * @param {Step[]} steps
 * @param {number} atOnce
 * @param {{ asFailure: (error: unknown) => StepResult, onStart?: (step: Step) => void, onEnd?: (step: Step, result: StepResult) => void }} around
 * @returns {Promise<StepResult[]>} in the order of the steps
 */
export async function runSteps(steps, atOnce, { asFailure, onStart = () => {}, onEnd = () => {} }) {
  /** @type {Map<string, StepResult>} */
  const results = new Map();
  /** @type {Set<Promise<void>>} */
  const running = new Set();
  const waiting = [...steps];
  const isOver = (/** @type {string} */ name) => results.has(name) || !steps.some((step) => step.name === name);
  const takeNext = () => {
    const at = waiting.findIndex(({ needs = [], after = [] }) => [...needs, ...after].every(isOver));
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const play = async (/** @type {Step} */ step) => {
    onStart(step);
    const broken = (step.needs ?? []).filter((need) => results.get(need)?.failed);
    const result = broken.length > 0 ? { ...NOTHING_RUN, note: `not run: ${broken.join(", ")} failed` } : await step.run().catch(asFailure);
    results.set(step.name, result);
    onEnd(step, result);
  };
  while (results.size < steps.length) {
    while (running.size < atOnce) {
      const step = takeNext();
      if (!step) break;
      const run = play(step).finally(() => running.delete(run));
      running.add(run);
    }
    if (running.size === 0) throw new Error("the steps wait for one another");
    await Promise.race(running);
  }
  return steps.map(({ name }) => results.get(name) ?? NOTHING_RUN);
}
