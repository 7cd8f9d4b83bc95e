import { startHeavyWork } from "../../lib/background/surroundings/start-heavy-work.ts";

startHeavyWork();
