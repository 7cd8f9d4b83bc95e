import { inEachScenario } from "./each-scenario.ts";
import { DEATHS } from "./ways.ts";

inEachScenario(DEATHS);
