/** Arguments of a kind of job that takes none. */
export function noArguments(args: unknown): undefined {
  if (args !== undefined) throw new TypeError(`It takes no arguments, and was given ${JSON.stringify(args)}.`);
  return undefined;
}
