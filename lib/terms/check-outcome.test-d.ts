import type { MessageKey } from "../language/translate.ts";
import type { CheckFailure, CheckOutcome } from "./check-outcome.ts";

/** "cut-off" to "cut_off", as keys of texts are written. */
type Underscored<Kind extends string> = Kind extends `${infer Head}-${infer Tail}` ? `${Head}_${Underscored<Tail>}` : Kind;
type TextOf<Kind extends string> = `outcome_${Underscored<Kind>}`;

/** The keys that lack in _locales: none. A kind of failure without its sentence stands here. */
type Lacking = Exclude<TextOf<CheckFailure["kind"]>, MessageKey>;
const none: Record<Lacking, true> = {};

// @ts-expect-error A kind of outcome that nobody has written a text for would stand among those that lack.
const one: Record<Exclude<TextOf<CheckFailure["kind"] | "out-of-paper">, MessageKey>, true> = {};
// @ts-expect-error A check ends in one of the ways that there are.
const unknown: CheckOutcome = { kind: "out-of-paper" };
// @ts-expect-error What a host refused with is part of saying so.
const silent: CheckOutcome = { kind: "refused" };

export { none, one, silent, unknown };
