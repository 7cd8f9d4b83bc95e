import type { AddressInfo } from "node:net";
import { connect, createServer, type Socket } from "node:net";
import type { WebProxy } from "./extension.ts";

/** A proxy of one address that leads to another proxy, to none at first: a browser keeps its proxy for life, a test has a web of its own. */
export async function startSwitch() {
  const open = new Set<Socket>();
  let target: WebProxy | undefined;
  const server = createServer((inward) => {
    if (!target) return inward.destroy();
    const outward = connect(target.port, target.host);
    for (const [one, other] of [
      [inward, outward],
      [outward, inward],
    ] as const) {
      open.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // Neither keeps the process of the tests alive.
  server.unref();
  const leadTo = (proxy: WebProxy | undefined) => {
    target = proxy;
    for (const socket of open) socket.destroy();
  };
  return {
    proxy: { host: "127.0.0.1", port: (server.address() as AddressInfo).port },
    /** Whatever is connected is cut off. */
    leadTo,
    async close() {
      leadTo(undefined);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
