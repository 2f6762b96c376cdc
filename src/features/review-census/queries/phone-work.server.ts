import { listSubmissions, listSubmissionsOfRow, type ReviewWork } from '../../survey-field/index.server.ts';
import { listDecisions } from '../decision-store.server.ts';
import { listOpenRechecksOf } from '../recheck-store.server.ts';

/** What review adds to a person's list on the phone: why rows came back, and which are to be looked at again. */
export const phoneWork: ReviewWork = {
  async notesOf(trx, office, rowIds) {
    const notes = new Map<string, string>();
    for (const rowId of rowIds) {
      const submissions = await listSubmissionsOfRow(trx, office, rowId);
      const sentBack = submissions.filter(({ status }) => status === 'sent_back').at(-1);
      if (!sentBack) continue;
      const decisions = await listDecisions(trx, office, [sentBack.submissionId]);
      const note = decisions.find(({ decision }) => decision === 'send_back')?.note;
      if (note) notes.set(rowId, note);
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
