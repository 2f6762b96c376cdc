import type { IntakeDefaults } from './intake-defaults.ts';

const names = [
  'name',
  'stage',
  'partnerId',
  'place',
  'startsOn',
  'endsOn',
  'seats',
  'costPerSeat',
  'budgetLineId',
  'applicationsOpenOn',
  'applicationsCloseOn',
  'revision',
] as const;

/** As typed. */
export type IntakeFormValues = Record<(typeof names)[number], string>;

export type IntakeChoices = {
  programme: { programmeId: string; name: string };
  stages: { stage: number; name: string }[];
  partners: { partnerId: string; name: string }[];
  /** Lines with what is left of each; the year says for which intakes they may be used. */
  lines: { budgetLineId: string; fiscalYear: number; code: string; name: string; left: number }[];
};

export function readIntakeForm(form: FormData): IntakeFormValues {
  return Object.fromEntries(
    names.map((name) => [name, String(form.get(name) ?? '').trim()]),
  ) as IntakeFormValues;
}

export function newIntakeValues(defaults: IntakeDefaults): IntakeFormValues {
  return {
    name: defaults.name,
    stage: String(defaults.stage),
    partnerId: defaults.partnerId ?? '',
    place: defaults.place ?? '',
    startsOn: defaults.startsOn,
    endsOn: defaults.endsOn,
    seats: String(defaults.seats),
    costPerSeat: String(defaults.costPerSeat),
    budgetLineId: defaults.budgetLineId ?? '',
    applicationsOpenOn: '',
    applicationsCloseOn: defaults.applicationsCloseOn,
    revision: '',
  };
}
