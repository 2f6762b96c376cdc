/** Of two records beside each other. */
export type Side = 'left' | 'right';
