import { afterEach } from "vitest";

// Hands what the tests of a file have reached to whoever runs them.
afterEach(({ task }) => {
  const { reached } = globalThis as { reached?: Set<string> };
  Object.assign(task.file.meta, { reached: [...(reached ?? [])] });
});
