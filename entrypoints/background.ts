import { startBackground } from "../lib/background/start-background.ts";

export default defineBackground({ type: "module", main: startBackground });
