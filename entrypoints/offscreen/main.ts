import { startHeavyWork } from "../../lib/background/start-heavy-work.ts";

startHeavyWork();
