import { comparePacked, type PackedPair } from "./compare-packed.ts";

/** The thread that compares, so that the page goes on answering. */
self.onmessage = ({ data }: MessageEvent<PackedPair>) => {
  comparePacked(data).then(
    (comparison) => self.postMessage({ comparison }),
    (error) => self.postMessage({ failed: String(error) }),
  );
};
