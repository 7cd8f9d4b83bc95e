import { readFileSync } from "node:fs";
import { BadInput } from "../../../scripts/scout/bad-input.ts";
import { sharedData } from "../../data.ts";
import { readTimeline } from "../read-timeline.ts";
import { type Arrival, readHistory } from "./history.ts";

/** The newest index whose papers have dates that can be believed. */
const LATER_INDEX = "index-2021-07-15.json";

/** The history of the index from these places, or from the real data where it is at hand; throws BadInput where it is not. */
export function readReplayData(timeline = sharedData("timeline"), index = sharedData(LATER_INDEX)): Arrival[] {
  if (!timeline) throw new BadInput("there is no timeline in PAPERSCOUT_DATA or ../shared/data; give the folder of one with --timeline");
  return readHistory(readTimeline(timeline), index === undefined ? {} : JSON.parse(readFileSync(index, "utf8")));
}
