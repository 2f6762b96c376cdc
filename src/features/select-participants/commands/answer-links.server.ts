import { createHash } from 'node:crypto';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { done, refused } from '#kernel/refusal.ts';
import { type CommandContext, defineCommand } from '#platform/command.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import { answerLinksInput } from '../input.ts';
import { type ParticipantRow, updateParticipant } from '../participant-store.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { peopleOf } from '../queries/people-of.server.ts';
import { expireSeats, fillSeats } from './fill-seats.server.ts';
import { holdSeats } from './hold-seats.server.ts';

/** Read aloud, typed with capitals or without the strokes, a code stays the same. */
const readCode = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Only this is kept. A code has 80 bits, so a plain hash cannot be searched. */
export const hashOfSeatCode = (code: string): Buffer => createHash('sha256').update(readCode(code)).digest();

/** Thirty-two letters and digits, five bits each; without l and 1, o and 0. */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789';

/** The code of an offer, signed with this installation's own key: it can be shown again without being kept. */
function codeOf(
  { vault, officeCode }: Pick<CommandContext, 'vault' | 'officeCode'>,
  participantId: string,
): string {
  const secret = vault.blindIndex('seat_link', `${officeCode}|${participantId}`);
  const letters = Array.from(secret.subarray(0, 16), (byte) => ALPHABET[byte % 32]).join('');
  return letters.match(/.{4}/g)!.join('-');
}

/** The path of an offer's link, which works from now on; the same each time. */
export async function openLink(
  context: Pick<CommandContext, 'trx' | 'vault' | 'officeCode'>,
  { participantId, codeHash }: Pick<ParticipantRow, 'participantId' | 'codeHash'>,
): Promise<string> {
  const code = codeOf(context, participantId);
  const hash = hashOfSeatCode(code);
  if (!codeHash?.equals(hash))
    await updateParticipant(context.trx, context.officeCode, participantId, { codeHash: hash });
  return `/kursi/${code}`;
}

export type AnswerLink = {
  participantId: string;
  name: string;
  village: string | null;
  path: string;
  answerBy: Date | null;
};

/**
 * Links by which people answer without an account, for all who have not answered or for one. Refused `wrong_state` where nobody is to answer.
 */
export const makeAnswerLinks = defineCommand({
  name: 'seat.make_links',
  permission: selectionPermissions['seat.keep'],
  input: answerLinksInput,
  async run(context, { intakeId, participantId }) {
    const { trx, officeCode } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const held = await holdSeats(context, intakeId);
    if (!held) return refused('not_found');
    await expireSeats(context, held);
    await fillSeats(context, held);
    const waiting = held.participants.filter(
      (one) =>
        one.status === 'offered' && (participantId === undefined || one.participantId === participantId),
    );
    if (waiting.length === 0) return refused('wrong_state');
    const named = await peopleOf(
      trx,
      officeCode,
      waiting.map(({ enterpriseId }) => enterpriseId),
    );
    const links: AnswerLink[] = [];
    for (const one of waiting) {
      links.push({
        participantId: one.participantId,
        name: named(one.enterpriseId).name,
        village: named(one.enterpriseId).village,
        path: await openLink(context, one),
        answerBy: one.answerBy,
      });
    }
    await context.audit({
      action: 'seat.links_made',
      subject: { kind: 'intake', id: intakeId },
      details: { links: links.length },
    });
    const programme = (await findProgramme(trx, officeCode, held.intake.programmeId))?.name ?? '';
    return done({ links, intake: held.intake.name, programme });
  },
});
