import type { Population } from '#sample/population.ts';
import { Random } from '#sample/random.ts';

/** Who in a household owns the enterprise: 0 its head, 1 the spouse, 2 a grown child, 3 the head's parent. */
export type Role = 0 | 1 | 2 | 3;

export type EnterpriseSlot = {
  /** Number of the household, unique in the population. */
  household: number;
  role: Role;
  /** A widow who goes on with the business of her husband. */
  widow: boolean;
};

/** Enterprises come in blocks of ten that share no household, so each block can be planned by itself. */
export const BLOCK_SIZE = 10;

const SHARE_WITH_SECOND_BUSINESS = 0.04;
const SHARE_WITH_TWO_OWNERS = 0.08;
const SHARE_WITH_THREE_OWNERS = 0.01;
const SHARE_OF_WIDOWS = 0.025;

const soleOwner = (random: Random): Pick<EnterpriseSlot, 'role' | 'widow'> => {
  if (random.chance(SHARE_OF_WIDOWS)) return { role: 1, widow: true };
  const value = random.unit();
  return { role: value < 0.42 ? 0 : value < 0.9 ? 1 : value < 0.97 ? 2 : 3, widow: false };
};

/** The owners of the ten enterprises of one block. */
export const planBlock = (population: Population, block: number): EnterpriseSlot[] => {
  const random = new Random(population.key, 'plan', block);
  const slots: EnterpriseSlot[] = [];
  for (let household = block * BLOCK_SIZE; slots.length < BLOCK_SIZE; household++) {
    const left = BLOCK_SIZE - slots.length;
    const value = random.unit();
    if (value < SHARE_WITH_SECOND_BUSINESS && left >= 2) {
      const owner = soleOwner(random);
      const businesses = left >= 3 && random.chance(0.12) ? 3 : 2;
      for (let i = 0; i < businesses; i++) slots.push({ household, ...owner });
    } else if (value < SHARE_WITH_SECOND_BUSINESS + SHARE_WITH_TWO_OWNERS && left >= 2) {
      const roles = random.pick<readonly Role[]>([
        [0, 1],
        [0, 1],
        [0, 1],
        [0, 2],
        [1, 2],
        [1, 3],
      ]);
      for (const role of roles) slots.push({ household, role, widow: false });
    } else if (
      value < SHARE_WITH_SECOND_BUSINESS + SHARE_WITH_TWO_OWNERS + SHARE_WITH_THREE_OWNERS &&
      left >= 3
    ) {
      for (const role of [0, 1, 2] as const) slots.push({ household, role, widow: false });
    } else {
      slots.push({ household, ...soleOwner(random) });
    }
  }
  return slots;
};
