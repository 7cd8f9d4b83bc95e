/** Something the person who typed the command can put right; the message says what. */
export class BadInput extends Error {}
