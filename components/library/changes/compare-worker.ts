import { comparePacked, type PackedPair } from "./compare-packed.ts";

/** The thread that compares, so that the page goes on answering. */
self.onmessage = ({ data }: MessageEvent<PackedPair>) => {
  comparePacked(data).then(
    (answer) => self.postMessage(answer),
    (error) => self.postMessage({ failed: String(error) }),
  );
};
