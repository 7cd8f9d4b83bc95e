let atWork = 0;

/** How much is computed beside the event loop at this moment: ticks of the loop do not tell when another thread has done its work. */
export function threadsAtWork(): number {
  return atWork;
}

function counted<This, Args extends unknown[], Result>(compute: (this: This, ...args: Args) => Promise<Result>) {
  return async function (this: This, ...args: Args): Promise<Result> {
    atWork++;
    try {
      return await compute.apply(this, args);
    } finally {
      atWork--;
    }
  };
}

const subtle: SubtleCrypto = Object.getPrototypeOf(crypto.subtle);
for (const name of ["sign", "verify", "digest", "importKey"] as const) Object.assign(subtle, { [name]: counted(subtle[name] as () => Promise<unknown>) });
