import { isOfWholeOffice, may } from '#kernel/actor.ts';
import { formatInstant, formatLongDate } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { findProgramme } from '../../plan-programme/index.server.ts';
import { createOutreach, type LinkSource, reachPermissions } from '../../reach-out/index.server.ts';
import { canonicalIds } from '../../register-enterprise/index.server.ts';
import { intakeOfSeatsInput } from '../input.ts';
import { findParticipant, listParticipants } from '../participant-store.server.ts';
import { selectionPermissions } from '../permissions.ts';
import { openLink } from './answer-links.server.ts';
import { expireSeats, fillSeats } from './fill-seats.server.ts';
import { holdSeats } from './hold-seats.server.ts';

const SEATS = 'seats';

/**
 * One click: all who have not answered become a list of people to greet, with the offer filled in. They answer by their own link,
 * or by a reply that an officer writes down. The same people are made a list of once.
 */
export const greetOffered = defineCommand({
  name: 'seat.greet_offered',
  permission: selectionPermissions['seat.keep'],
  input: intakeOfSeatsInput,
  async run(context, { intakeId }) {
    const { trx, officeCode, actor } = context;
    if (!isOfWholeOffice(context) || !may(actor, reachPermissions['reach.plan'])) return refused('forbidden');
    const held = await holdSeats(context, intakeId);
    if (!held) return refused('not_found');
    await expireSeats(context, held);
    await fillSeats(context, held);
    const waiting = held.participants.filter(({ status }) => status === 'offered');
    if (waiting.length === 0) return refused('wrong_state');
    const { intake } = held;
    const programme = (await findProgramme(trx, officeCode, intake.programmeId))?.name ?? '';
    // The earliest moment holds for all: nobody is told a later one than their own.
    const by = waiting.flatMap(({ answerBy }) => answerBy ?? []).sort((a, b) => a.getTime() - b.getTime())[0];
    const when = `mulai ${formatLongDate(intake.startsOn)}${intake.place ? ` di ${intake.place}` : ''}`;
    const answer = by ? ` sebelum ${formatInstant(by.getTime())}` : '';
    const newest = waiting
      .map(({ participantId }) => participantId)
      .sort()
      .at(-1);
    const outcome = await createOutreach(context, {
      title: `${intake.name}: kabari yang mendapat kursi`,
      purpose: 'programme',
      message: `Selamat, {nama}. {usaha} mendapat kursi ${programme} (${intake.name}), ${when}. Mohon jawab${answer}: {tautan} Tanpa jawaban, kursinya untuk cadangan berikutnya. {dinas}`,
      enterpriseIds: waiting.map(({ enterpriseId }) => enterpriseId),
      // The one offered last and how many wait: whoever moves up later is greeted by a new list.
      origin: { kind: SEATS, id: `${newest}:${waiting.length}` },
    });
    return outcome.ok ? done({ outreachId: outcome.value.outreachId }) : outcome;
  },
});

/** Each person's own link, filled in when a message is opened; nobody's who does not wait for an answer. */
export const seatLinks: LinkSource = {
  originKind: SEATS,
  async linksFor(context, originId, enterpriseIds) {
    const { trx, officeCode } = context;
    const one = await findParticipant(trx, officeCode, originId.split(':')[0] ?? '');
    if (!one) return [];
    const offered = (await listParticipants(trx, officeCode, one.intakeId)).filter(
      ({ status }) => status === 'offered',
    );
    const standsFor = await canonicalIds(trx, officeCode, [
      ...enterpriseIds,
      ...offered.map(({ enterpriseId }) => enterpriseId),
    ]);
    const wanted = new Set(enterpriseIds.map((id) => standsFor.get(id) ?? id));
    const links: string[] = [];
    for (const seat of offered)
      if (wanted.has(standsFor.get(seat.enterpriseId) ?? seat.enterpriseId))
        links.push(await openLink(context, seat));
    return links;
  },
};
