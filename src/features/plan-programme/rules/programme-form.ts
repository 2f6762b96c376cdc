import { findTemplate } from './templates.ts';

export type StageValues = { name: string; description: string; days: string };

/** As typed. */
export type ProgrammeFormValues = {
  kind: string;
  topic: string;
  name: string;
  summary: string;
  partnerId: string;
  template: string;
  revision: string;
  stages: StageValues[];
};

/** Empty lines offered below the stages that are there: a form without a script cannot grow. */
const SPARE = 2;
export const MOST_STAGES = 20;

/** What a new programme begins with: a template, or nothing. */
export function newProgrammeValues(templateKey: string): ProgrammeFormValues {
  const template = findTemplate(templateKey);
  return {
    kind: template?.kind ?? 'training',
    topic: template?.topic ?? 'other',
    name: template?.name ?? '',
    summary: template?.summary ?? '',
    partnerId: '',
    template: template?.key ?? '',
    revision: '',
    stages: (template?.stages ?? []).map(({ name, description, days }) => ({
      name,
      description: description ?? '',
      days: days === null ? '' : String(days),
    })),
  };
}

/** Stages with empty lines to fill in. */
export function withSpareStages(stages: readonly StageValues[]): StageValues[] {
  const spare = Math.max(0, Math.min(SPARE, MOST_STAGES - stages.length));
  return [...stages, ...Array.from({ length: spare }, () => ({ name: '', description: '', days: '' }))];
}

/** What was typed; a stage without a name is none. */
export function readProgrammeForm(form: FormData): ProgrammeFormValues {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const all = (name: string) => form.getAll(name).map((value) => String(value).trim());
  const [names, descriptions, days] = [all('stageName'), all('stageDescription'), all('stageDays')];
  return {
    kind: text('kind'),
    topic: text('topic'),
    name: text('name'),
    summary: text('summary'),
    partnerId: text('partnerId'),
    template: text('template'),
    revision: text('revision'),
    stages: names.flatMap((name, at) =>
      name === '' ? [] : [{ name, description: descriptions[at] ?? '', days: days[at] ?? '' }],
    ),
  };
}
