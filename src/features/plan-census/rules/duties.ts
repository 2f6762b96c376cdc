/** What a person does in a round; one may do both, which is said where their work is checked. */
export const duties = ['enumerator', 'supervisor'] as const;
export type Duty = (typeof duties)[number];
