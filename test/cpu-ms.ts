/** Milliseconds that this thread worked while `act` ran: what else the machine does does not count, as it would by a clock on the wall. */
export function cpuMs(act: () => void): number {
  const before = process.threadCpuUsage();
  act();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
