import type { SelectionPlan } from './selection-plan.ts';
import type { RunTask, RunView, SeatLine } from './selection-view.ts';

/** @property shown the trial looked at, with who gains and who loses beside the same trial without the change */
export type TrialsView = {
  selectionId: string;
  name: string;
  status: 'draft' | 'locked' | 'decided' | 'dropped';
  programmeId: string;
  programme: string;
  plan: SelectionPlan;
  intakes: readonly { intakeId: string; name: string }[];
  runs: readonly Omit<RunView, 'counts' | 'gap'>[];
  shown: (RunView & { seated: SeatLine[]; gain: SeatLine[]; lose: SeatLine[] }) | null;
  task: RunTask;
};
