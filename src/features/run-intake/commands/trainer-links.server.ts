import { createHash } from 'node:crypto';
import { isOfWholeOffice, systemActor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, type Outcome, refused } from '#kernel/refusal.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { defineCommand, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { findIntake } from '../../plan-programme/index.server.ts';
import { makeLinkInput, revokeLinkInput } from '../input.ts';
import { runPermissions } from '../permissions.ts';
import type { MarksAnswer, PhoneRefusal, SendMarks } from '../rules/attendance-wire.ts';
import { linkCode, linkState, linkValidTo, officeOfLinkCode } from '../rules/trainer-link.ts';
import {
  findTrainerLink,
  insertTrainerLink,
  revokeLink,
  type TrainerLink,
} from '../trainer-link-store.server.ts';
import { keepMarks } from './keep-marks.server.ts';

const permission = runPermissions['intake.run'];
const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest();

/** A link for one trainer's phone. The code is answered once and never again: only its hash is kept. */
export const makeTrainerLink = defineCommand({
  name: 'intake.make_trainer_link',
  permission,
  input: makeLinkInput,
  async run(context, { intakeId, linkId, trainerName: trainer }) {
    const { trx, officeCode, now, actor } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const intake = await findIntake(trx, officeCode, intakeId);
    if (!intake) return refused('not_found');
    const validTo = linkValidTo(intake.endsOn);
    if (intake.status === 'cancelled' || validTo < plainDateInWib(now.getTime()))
      return refused('wrong_state');
    if (await findTrainerLink(trx, officeCode, { linkId })) return refused('already_done');
    const code = linkCode(officeCode, randomWords(4, 5));
    const made = { linkId, intakeId, trainer, validTo, madeAt: now, madeBy: actor.name, revokedAt: null };
    await insertTrainerLink(trx, officeCode, { ...made, codeHash: hashOf(code) });
    await context.audit({
      action: 'intake.trainer_link_made',
      subject: { kind: 'intake', id: intakeId },
      details: { linkId, trainer, validTo },
    });
    return done({ code, trainer, validTo });
  },
});

/** From now on the phone is turned away; what it has kept stays readable on it. */
export const revokeTrainerLink = defineCommand({
  name: 'intake.revoke_trainer_link',
  permission,
  input: revokeLinkInput,
  async run(context, { linkId }) {
    const { trx, officeCode, now } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const link = await findTrainerLink(trx, officeCode, { linkId });
    if (!link) return refused('not_found');
    if (!(await revokeLink(trx, officeCode, linkId, now))) return refused('already_done');
    await context.audit({
      action: 'intake.trainer_link_revoked',
      subject: { kind: 'intake', id: link.intakeId },
      details: { linkId, trainer: link.trainer },
    });
    return done({ intakeId: link.intakeId });
  },
});

/** The link behind a code, in the transaction of its office; a refusal where it does not hold today. */
export async function linkOfCode(
  context: Parameters<Parameters<typeof inOneTransaction>[2]>[0],
  code: string,
): Promise<Outcome<TrainerLink, PhoneRefusal>> {
  const { trx, officeCode, now } = context;
  const link = await findTrainerLink(trx, officeCode, { codeHash: hashOf(code) });
  if (!link) return { ok: false, refusal: 'unknown' };
  const state = linkState(link, plainDateInWib(now.getTime()));
  return state === 'valid' ? done(link) : { ok: false, refusal: state };
}

/** What the bearer of a code sends. The code says which office; the link, which intake: nothing else can be marked with it. */
export function receiveMarks(
  services: Services,
  code: string,
  { sentAt, marks }: SendMarks,
): Promise<Outcome<MarksAnswer, PhoneRefusal>> {
  const officeCode = officeOfLinkCode(code);
  if (!officeCode) return Promise.resolve({ ok: false, refusal: 'unknown' });
  return inOneTransaction(services, systemActor(officeCode, 'HP pelatih'), async (context) => {
    const link = await linkOfCode(context, code);
    if (!link.ok) return link;
    const { intakeId, trainer } = link.value;
    const kept = await keepMarks(context, {
      intakeId,
      marks,
      via: 'trainer',
      markedBy: trainer,
      sentAt: Date.parse(sentAt),
    });
    return kept.ok ? kept : { ok: false, refusal: 'not_understood' };
  });
}
