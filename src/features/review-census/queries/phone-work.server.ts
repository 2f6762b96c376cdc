import { listSentBack, listSubmissions, type ReviewWork } from '../../survey-field/index.server.ts';
import { listDecisions } from '../decision-store.server.ts';
import { listOpenRechecksOf } from '../recheck-store.server.ts';

/** What review adds to a person's list on the phone: why rows came back, and which are to be looked at again. */
export const phoneWork: ReviewWork = {
  async notesOf(trx, office, rowIds) {
    const notes = new Map<string, string>();
    const sentBack = new Map(
      (await listSentBack(trx, office, rowIds)).map(({ submissionId, rowId }) => [submissionId, rowId]),
    );
    for (const { submissionId, decision, note } of await listDecisions(trx, office, [...sentBack.keys()])) {
      const rowId = sentBack.get(submissionId) ?? '';
      if (decision === 'send_back' && note !== null && !notes.has(rowId)) notes.set(rowId, note);
    }
    return notes;
  },
  async rechecksFor(trx, office, userId) {
    const firstIds = await listOpenRechecksOf(trx, office, userId);
    return (await listSubmissions(trx, office, firstIds)).flatMap(({ submissionId, rowId }) =>
      rowId === null ? [] : [{ recheckId: submissionId, rowId }],
    );
  },
};
