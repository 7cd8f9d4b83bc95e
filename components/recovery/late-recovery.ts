import { late } from "../late.tsx";

/** The recovery screen. It weighs as much as half of the popup, and hardly anybody ever sees it. */
export const LateRecovery = late(async () => (await import("./recovery.tsx")).Recovery);
