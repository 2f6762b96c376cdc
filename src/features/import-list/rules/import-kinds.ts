/** Where a list comes from, as the office says it. */
export const importKinds = ['bpum', 'sidt', 'oss', 'village', 'office', 'other'] as const;
export type ImportKind = (typeof importKinds)[number];

/** How a list reached us: a file, text pasted from a sheet or a message, typed from paper. */
export const importEntries = ['file', 'pasted', 'typed'] as const;
export type ImportEntry = (typeof importEntries)[number];

/**
 * inspecting → mapping (a person looks) → staging → staged (a person looks) → applying → applied → taking_back →
 * taken_back. `typing` stands in the place of inspecting to staging. `refused`: the file cannot be read.
 */
export const importStatuses = [
  'inspecting',
  'typing',
  'mapping',
  'staging',
  'staged',
  'applying',
  'applied',
  'taking_back',
  'taken_back',
  'refused',
  'cancelled',
] as const;
export type ImportStatus = (typeof importStatuses)[number];

/** Those in which the house is at work and nobody needs to do anything. */
export const workingStatuses = [
  'inspecting',
  'staging',
  'applying',
  'taking_back',
] as const satisfies readonly ImportStatus[];
export type WorkingStatus = (typeof workingStatuses)[number];

export const isWorking = (status: ImportStatus): status is WorkingStatus =>
  (workingStatuses as readonly string[]).includes(status);

/** Those from which an import can be cancelled with nothing left in the register. */
export const mayCancel = (status: ImportStatus): boolean =>
  ['inspecting', 'typing', 'mapping', 'staging', 'staged'].includes(status);

/** What saving a row does to the register. `repeated`: it stands on the list twice. */
export const rowActions = ['new', 'changed', 'unchanged', 'repeated'] as const;
export type RowAction = (typeof rowActions)[number];
