import { inEachScenario } from "./each-scenario.ts";
import { FREEZES } from "./ways.ts";

inEachScenario(FREEZES);
