import type { QuestionView } from '../rules/pair-view.ts';

export type VillageGroup = { villageCode: string; village: string | null; questions: QuestionView[] };

/** Questions as they come, those of one village together. */
export function villageGroups(questions: readonly QuestionView[]): VillageGroup[] {
  const groups = new Map<string, VillageGroup>();
  for (const question of questions) {
    const villageCode = question.villageCode ?? '';
    const group = groups.get(villageCode) ?? { villageCode, village: question.village, questions: [] };
    group.questions.push(question);
    groups.set(villageCode, group);
  }
  return [...groups.values()];
}
