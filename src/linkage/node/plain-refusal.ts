/** Something that the person at the terminal can mend: its message is all they need, without a stack. */
export class PlainRefusal extends Error {}
