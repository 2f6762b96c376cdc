const names = [
  'sourceListId',
  'kind',
  'topic',
  'title',
  'provider',
  'startedOn',
  'endedOn',
  'outcome',
] as const;

/** As typed; it stands in the address until it is recorded. */
export type ListValues = Record<(typeof names)[number], string>;

export type ListForm = {
  lists: { sourceListId: string; name: string; asOf: string }[];
  values: ListValues;
  preview: { listed: number; fresh: number } | null;
  isAsked: boolean;
  /** Names of what is still missing or wrong. */
  fields: string[];
};

export function readListValues(given: FormData | URLSearchParams): ListValues {
  const text = (name: string) => String(given.get(name) ?? '').trim();
  const values = Object.fromEntries(names.map((name) => [name, text(name)])) as ListValues;
  return {
    ...values,
    kind: values.kind || 'training',
    topic: values.topic || 'other',
    outcome: values.outcome || 'received',
  };
}
