import type { SampleOffer } from './sample-offers.ts';

/** What a round's form offers. */
export type RoundChoices = {
  lists: { sourceListId: string; name: string; kind: string; asOf: string; enterprises: number }[];
  villages: { code: string; name: string; district: string; enterprises: number }[];
  questionnaires: { formId: string; version: number; title: string }[];
  offers: SampleOffer[];
  /** Entries on all lists; somebody on two counts twice. */
  listed: number;
};

/** As typed. `villages`: those chosen, each with its target ('' for all that are listed). */
export type RoundFormValues = {
  name: string;
  purpose: string;
  legalBasis: string;
  bpsNumber: string;
  startsOn: string;
  endsOn: string;
  target: string;
  sampleSize: string;
  /** `inti.1` */
  questionnaire: string;
  revision: string;
  sourceListIds: string[];
  villages: Record<string, string>;
};

const texts = [
  'name',
  'purpose',
  'legalBasis',
  'bpsNumber',
  'startsOn',
  'endsOn',
  'target',
  'sampleSize',
  'questionnaire',
  'revision',
] as const;

/** What was typed, out of the form's own fields. */
export function readRoundForm(form: FormData): RoundFormValues {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const codes = form.getAll('villages').map(String);
  return {
    ...(Object.fromEntries(texts.map((name) => [name, text(name)])) as Record<
      (typeof texts)[number],
      string
    >),
    sourceListIds: form.getAll('sourceListIds').map(String),
    villages: Object.fromEntries(codes.map((code) => [code, text(`target-${code}`)])),
  };
}

/** The same as the commands take it: what is empty is not given. */
export function asRoundInput({ questionnaire, villages, ...values }: RoundFormValues) {
  const dot = questionnaire.lastIndexOf('.');
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  return {
    ...given,
    formId: questionnaire.slice(0, Math.max(0, dot)),
    formVersion: questionnaire.slice(dot + 1),
    villages: Object.entries(villages).map(([villageCode, target]) => ({
      villageCode,
      ...(target === '' ? {} : { target }),
    })),
  };
}

/** What a new round begins with: every list that was brought in, every village, and a sample for ± 3%. */
export function newRoundValues(
  { lists, villages, questionnaires, offers }: RoundChoices,
  dates: { startsOn: string; endsOn: string },
): RoundFormValues {
  const form = questionnaires[0];
  return {
    name: '',
    purpose: '',
    legalBasis: '',
    bpsNumber: '',
    ...dates,
    target: '',
    sampleSize: String(offers.find(({ margin }) => margin === 0.03)?.rows ?? 0),
    questionnaire: form ? `${form.formId}.${form.version}` : '',
    revision: '',
    // What another round found may be with its enumerators just now.
    sourceListIds: lists.filter(({ kind }) => kind !== 'census').map(({ sourceListId }) => sourceListId),
    villages: Object.fromEntries(villages.map(({ code }) => [code, ''])),
  };
}
