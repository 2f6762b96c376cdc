/** What a message is for. A reply to what the person asked is none of these: it is always allowed. */
export const purposes = ['service', 'programme', 'promotion'] as const;
export type Purpose = (typeof purposes)[number];

/** Channels about which an owner may say yes or no. */
export const consentChannels = ['whatsapp', 'email', 'phone', 'letter', 'visit'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

export type ConsentAnswer = 'given' | 'withdrawn';

/** By hand: an officer, one person at a time. Auto: many at once, through a provider. */
export type Manner = 'hand' | 'auto';

export const notAllowedReasons = ['opted_out', 'withdrawn', 'no_consent'] as const;
export type NotAllowed = (typeof notAllowedReasons)[number];

/**
 * What may be sent to somebody of whom no answer is on record. An office's basis for telling people of its services and
 * of programmes meant for them is its public task (UU 27/2022 art. 20 par. 2 letter e), one message at a time and by an
 * officer; a machine writes only to those who agreed (and WhatsApp's own terms ask for it), and promotion, which is
 * nobody's public task, always needs a yes (art. 20 par. 2 letter a).
 */
export const withoutAnswer: Readonly<Record<Purpose, Readonly<Record<Manner, boolean>>>> = {
  service: { hand: true, auto: false },
  programme: { hand: true, auto: false },
  promotion: { hand: false, auto: false },
};

/** Null: may. Whoever said no (art. 9, withdrawal) or whose number said stop is left alone in every purpose. */
export function whyNot(asked: {
  purpose: Purpose;
  manner: Manner;
  answer: ConsentAnswer | null;
  optedOut: boolean;
}): NotAllowed | null {
  if (asked.optedOut) return 'opted_out';
  if (asked.answer === 'withdrawn') return 'withdrawn';
  if (asked.answer === 'given') return null;
  return withoutAnswer[asked.purpose][asked.manner] ? null : 'no_consent';
}

/** Of several people behind one number: one no is a no, and only all of them make a yes. */
export function answerOfAll(answers: readonly (ConsentAnswer | null)[]): ConsentAnswer | null {
  if (answers.includes('withdrawn')) return 'withdrawn';
  return answers.length > 0 && answers.every((one) => one === 'given') ? 'given' : null;
}
