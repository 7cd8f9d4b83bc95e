import type { Surroundings } from "../../../lib/work/drain.ts";

/** Surroundings that cost nothing: what is measured is the engine, and what it runs. */
export const BARE: Omit<Surroundings, "configuration"> = {
  places: () => ["background"],
  isColdStart: async () => false,
  onDue: async () => {},
  onWorkElsewhere: async () => {},
  onSliceEnd: async () => {},
  onFault(error) {
    throw error;
  },
};
