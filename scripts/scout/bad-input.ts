import { Refusal } from "../../lib/headless/refusal.ts";

/** Something the person who typed the command can put right; the message is one line that says what. */
export class BadInput extends Refusal {}
