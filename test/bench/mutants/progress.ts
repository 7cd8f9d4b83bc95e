const EVERY_MS = 30_000;

/** Says how far it is: on a terminal in one line that is written anew, elsewhere in a line now and then. "" takes the line away. */
export function createProgress(stream: NodeJS.WriteStream): (text: string) => void {
  let saidAt = Date.now();
  return (text) => {
    if (stream.isTTY) stream.write(`\r\x1b[K${text.slice(0, stream.columns - 1)}`);
    else if (text !== "" && Date.now() - saidAt > EVERY_MS) {
      saidAt = Date.now();
      stream.write(`${text}\n`);
    }
  };
}
