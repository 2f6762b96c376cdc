export type QuestionnaireLine = {
  formId: string;
  version: number;
  title: string;
  origin: 'built_in' | 'xlsform';
  originalName: string | null;
  createdBy: string | null;
  createdAt: string | null;
  rounds: number;
};
