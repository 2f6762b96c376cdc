import { defineMessages, type Locale, messagesFor } from './language.ts';

/**
 * Why an identifier (NIK, NIB, phone …) is there or missing. The distinction decides the next step:
 * help to obtain it, ask to see it, leave it be, or ask at all.
 */
export const answers = ['known', 'none_yet', 'not_shown', 'declined', 'unknown'] as const;
export type Answer = (typeof answers)[number];

/** A value together with the answer; a value exists exactly when it is known. */
export type Answered<T> =
  | { readonly answer: 'known'; readonly value: T }
  | { readonly answer: Exclude<Answer, 'known'> };

/** How well a statement is supported, weakest first. */
export const evidenceGrades = ['declared', 'seen', 'documented'] as const;
export type EvidenceGrade = (typeof evidenceGrades)[number];

/** Whether `grade` is at least as strong as `minimum`. */
export function isAtLeast(grade: EvidenceGrade, minimum: EvidenceGrade): boolean {
  return evidenceGrades.indexOf(grade) >= evidenceGrades.indexOf(minimum);
}

const answerTexts = defineMessages({
  id: {
    known: 'Ada',
    none_yet: 'Belum punya',
    not_shown: 'Belum ditunjukkan',
    declined: 'Tidak mau',
    unknown: 'Belum ditanya',
  },
  en: {
    known: 'On record',
    none_yet: 'Does not have one yet',
    not_shown: 'Not shown yet',
    declined: 'Declined',
    unknown: 'Not asked yet',
  },
});

const evidenceTexts = defineMessages({
  id: { declared: 'Pengakuan', seen: 'Sudah dilihat', documented: 'Ada berkas' },
  en: { declared: 'Declared', seen: 'Seen', documented: 'Documented' },
});

export function answerLabel(answer: Answer, locale: Locale): string {
  return messagesFor(answerTexts, locale)[answer];
}

export function evidenceLabel(grade: EvidenceGrade, locale: Locale): string {
  return messagesFor(evidenceTexts, locale)[grade];
}
