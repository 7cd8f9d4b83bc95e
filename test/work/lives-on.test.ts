import { inEachScenario } from "./each-scenario.ts";
import { TROUBLES } from "./ways.ts";

inEachScenario(TROUBLES);
