import { screensOf } from "../looking/screens-of.ts";

screensOf("firefox");
