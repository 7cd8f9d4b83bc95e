import type { Browser } from "puppeteer-core";

interface BidiConnection {
  send(
    method: string,
    parameters: object,
  ): Promise<{ result: { contexts?: { context: string }[]; type?: string; result?: { value?: unknown }; exceptionDetails?: { text: string } } }>;
}

/** Evaluates an expression with Firefox's own rights, where what an extension cannot do to itself can be done: stop its background. Gives a text or number. */
export function firefoxChrome(browser: Browser): (expression: string) => Promise<unknown> {
  const connection = (browser as unknown as { connection: BidiConnection }).connection;
  return async (expression) => {
    const { result: tree } = await connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const context = tree.contexts?.[0]?.context;
    const { result } = await connection.send("script.evaluate", { expression, target: { context }, awaitPromise: true });
    if (result.type === "exception") throw new Error(result.exceptionDetails?.text);
    return result.result?.value;
  };
}
