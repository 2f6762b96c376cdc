/** What a person may say of a pair, in the order of the buttons. */
export const decisions = ['same', 'different', 'unsure', 'same_owner', 'family_continues'] as const;
export type Decision = (typeof decisions)[number];

/** The letter of each answer in Bahasa Indonesia; its number is its place in the order. */
export const decisionKeys: Record<Decision, string> = {
  same: 's',
  different: 'b',
  unsure: 'r',
  same_owner: 'p',
  family_continues: 'k',
};

/** The answer that a key stands for: `s` or `1` is `same`; undefined for every other key. */
export function decisionOfKey(key: string): Decision | undefined {
  const pressed = key.toLowerCase();
  return decisions.find((decision, at) => decisionKeys[decision] === pressed || String(at + 1) === pressed);
}

/** Whether two enterprises become one. */
export function mergesEnterprises(decision: Decision): decision is 'same' | 'family_continues' {
  return decision === 'same' || decision === 'family_continues';
}

/** Whether the answer bears out what the engine would have done by itself. */
export function bearsOut(decision: Decision, suggests: 'same' | 'same_owner'): boolean {
  return suggests === 'same_owner'
    ? decision === 'same_owner' || mergesEnterprises(decision)
    : mergesEnterprises(decision);
}
