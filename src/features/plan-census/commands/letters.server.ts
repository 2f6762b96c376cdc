import { letterNumber, numberMark } from '#kernel/letter-number.ts';
import { done, invalid, refused } from '#kernel/refusal.ts';
import { randomWords } from '#platform/auth/random-code.server.ts';
import { defineCommand } from '#platform/command.server.ts';
import { issueLettersInput, letterInput } from '../input.ts';
import { insertLetters, listLetters, lockLetter, updateRevoked } from '../letter-store.server.ts';
import { listMembers } from '../member-store.server.ts';
import { censusPermissions } from '../permissions.ts';
import { roundInReach } from './find-round.server.ts';

const permission = censusPermissions['census.plan'];

/** Surat tugas for people of the round; an earlier one that still held is revoked, so that each has one. */
export const issueLetters = defineCommand({
  name: 'census.issue_letters',
  permission,
  input: issueLettersInput,
  async run(context, { roundId, userIds, number, firstNumber, signatoryNip, ...facts }) {
    const { trx, officeCode, now, actor, newId } = context;
    const round = await roundInReach(context, roundId, true);
    if (!round) return refused('not_found');
    if (round.status === 'closed') return refused('wrong_state');
    const key = { office: officeCode, roundId };
    const members = (await listMembers(trx, key)).filter(({ leftOn }) => leftOn === null);
    const names = new Map(members.map(({ userId, name }) => [userId, name]));
    const people = [...new Set(userIds)];
    if (!people.every((id) => names.has(id))) return invalid([{ path: 'userIds', code: 'not_a_choice' }]);
    const earlier = await listLetters(trx, key);
    const replaced = earlier.filter((one) => one.revokedAt === null && people.includes(one.userId));
    await updateRevoked(
      trx,
      key,
      replaced.map(({ letterId }) => letterId),
      now,
    );
    const first = firstNumber ?? (number.includes(numberMark) ? earlier.length + 1 : 1);
    const letters = people.map((userId, at) => ({
      ...facts,
      letterId: newId(),
      roundId,
      userId,
      personName: names.get(userId) ?? '',
      number: letterNumber(number, first + at),
      signatoryNip: signatoryNip ?? null,
      checkCode: randomWords(3, 4),
      issuedBy: actor.name,
      issuedAt: now,
      revokedAt: null,
    }));
    await insertLetters(trx, officeCode, letters);
    await context.audit({
      action: 'census.letters_issued',
      subject: { kind: 'census_round', id: roundId },
      details: { letters: letters.length, replaced: replaced.length, userIds: people },
    });
    return done({ letterIds: letters.map(({ letterId }) => letterId) });
  },
});

/** From now on the public check says that the letter holds no more. */
export const revokeLetter = defineCommand({
  name: 'census.revoke_letter',
  permission,
  input: letterInput,
  async run(context, { roundId, letterId }) {
    const { trx, officeCode, now } = context;
    const key = { office: officeCode, roundId };
    const letter = (await roundInReach(context, roundId)) && (await lockLetter(trx, key, letterId));
    if (!letter) return refused('not_found');
    if (letter.revokedAt !== null) return refused('already_done');
    await updateRevoked(trx, key, [letterId], now);
    await context.audit({
      action: 'census.letter_revoked',
      subject: { kind: 'census_round', id: roundId },
      details: { letterId, userId: letter.userId },
    });
    return done({ letterId });
  },
});
