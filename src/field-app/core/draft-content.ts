import {
  type EnvelopeContent,
  type FormAnswers,
  type PhotoNote,
  type Position,
  type SubmissionContent,
  wireVersion,
} from '#features/survey-field/rules/wire.ts';
import type { PhoneRecord } from './store.ts';

/** A visit being written down. Lies on the phone encrypted; what becomes of it is a SubmissionContent. */
export type Draft = {
  id: string;
  roundId: string;
  rowId: string | null;
  newEnterpriseId?: string;
  recheckId?: string;
  userId: string;
  formId: string;
  formVersion: number;
  verdict: string | null;
  startedAt: string;
  activeS: number;
  position?: Position;
  answers: FormAnswers;
  /** The answers before the first one was given. */
  preloaded?: FormAnswers;
  photos: PhotoNote[];
  baseRevision?: number;
  villageCode?: string;
  /** What the list shows it as; does not travel. */
  title: string;
};

export const appVersion = '1.0.0';

/** What travels. `title` stays here; the clock's error is said, not mended. */
export function submissionOf(
  draft: Draft,
  phone: PhoneRecord,
  finish: { isFinished: boolean; at: string },
): SubmissionContent {
  const { title: _, ...kept } = draft;
  return {
    ...kept,
    appVersion,
    isFinished: finish.isFinished,
    finishedAt: finish.at,
    clockOffS: phone.clockOffS,
  };
}

export function envelopeContentOf(phone: PhoneRecord, submission: SubmissionContent): EnvelopeContent {
  return { v: wireVersion, phoneId: phone.phoneId, deliveryToken: phone.deliveryToken, submission };
}
