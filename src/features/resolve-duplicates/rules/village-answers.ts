/** What a kelurahan may say of a pair; `unknown`: it could not tell either. */
export const villageAnswers = ['same', 'different', 'same_owner', 'family_continues', 'unknown'] as const;
export type VillageAnswer = (typeof villageAnswers)[number];
