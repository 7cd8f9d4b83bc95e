/** Something that whoever started the scout can put right; the message is one line that says what. */
export class Refusal extends Error {}
