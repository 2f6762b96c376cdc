import type { QueryContext } from '#platform/command.server.ts';
import { listFrameRows, listRoundsForField } from '../../plan-census/index.server.ts';
import { listToVisit } from '../../register-enterprise/index.server.ts';
import { openDelivery } from '../commands/decide-delivery.server.ts';
import { countWaiting, listUserNames, listWaiting } from '../delivery-store.server.ts';
import type { OpenedEnvelope } from '../input.ts';
import { findPhones } from '../phone-store.server.ts';

const MOST = 100;

/** What waits for a person: what it is about, and why it waits. No personal answer is shown. */
export type WaitingDelivery = {
  envelopeId: string;
  state: 'quarantined' | 'unreadable';
  reason: string;
  receivedAt: Date;
  via: string;
  phone: string | null;
  /** Null where it cannot be read. */
  about: {
    person: string | null;
    round: string | null;
    enterprise: string | null;
    /** It stood on no list. */
    isFound: boolean;
    verdict: string | null;
    isFinished: boolean;
    finishedAt: string;
    answers: number;
    photos: number;
  } | null;
};

export type Quarantine = {
  counts: { quarantined: number; unreadable: number };
  waiting: WaitingDelivery[];
};

export async function quarantine({ trx, officeCode, vault }: QueryContext): Promise<Quarantine> {
  const rows = await listWaiting(trx, officeCode, MOST);
  const opened = new Map<string, OpenedEnvelope>();
  for (const row of rows) {
    const content = row.state === 'quarantined' ? await openDelivery({ trx, officeCode, vault }, row) : null;
    if (content) opened.set(row.envelopeId, content);
  }
  const submissions = [...opened.values()].map(({ submission }) => submission);
  const ids = (values: (string | null | undefined)[]) => [
    ...new Set(values.filter((value) => value != null)),
  ];
  const names = await listUserNames(trx, ids(submissions.map(({ userId }) => userId)));
  const rounds = new Map(
    (await listRoundsForField(trx, officeCode, ids(submissions.map(({ roundId }) => roundId)))).map(
      (round) => [round.roundId, round.name],
    ),
  );
  const frame = new Map(
    (await listFrameRows(trx, officeCode, ids(submissions.map(({ rowId }) => rowId)))).map((row) => [
      row.rowId,
      row.enterpriseId,
    ]),
  );
  const enterprises = await listToVisit(trx, officeCode, ids([...frame.values()]));
  const phones = new Map(
    (await findPhones(trx, officeCode, ids(rows.map(({ phoneId }) => phoneId)))).map((phone) => [
      phone.phoneId,
      phone.label,
    ]),
  );
  return {
    counts: await countWaiting(trx, officeCode),
    waiting: rows.map((row) => {
      const submission = opened.get(row.envelopeId)?.submission;
      const enterpriseId = frame.get(submission?.rowId ?? '');
      return {
        envelopeId: row.envelopeId,
        state: row.state === 'unreadable' ? 'unreadable' : 'quarantined',
        reason: row.reason ?? '',
        receivedAt: row.receivedAt,
        via: row.via,
        phone: phones.get(row.phoneId ?? '') ?? null,
        about: submission
          ? {
              person: names.get(submission.userId) ?? null,
              round: rounds.get(submission.roundId) ?? null,
              enterprise: enterprises.get(enterpriseId ?? '')?.name ?? null,
              isFound: submission.rowId === null,
              verdict: submission.verdict,
              isFinished: submission.isFinished,
              finishedAt: submission.finishedAt,
              answers: Object.keys(submission.answers).length,
              photos: submission.photos.length,
            }
          : null,
      };
    }),
  };
}
