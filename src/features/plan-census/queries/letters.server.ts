import { plainDateInWib } from '#kernel/calendar.ts';
import { type Outcome, refused } from '#kernel/refusal.ts';
import { countAttempt } from '#platform/auth/rate-limits.server.ts';
import type { QueryContext } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { getOfficeName, villageNames } from '../../register-enterprise/index.server.ts';
import { listVillagesOf } from '../assignment-store.server.ts';
import { roundInReach } from '../commands/find-round.server.ts';
import { findByCheckCode, findLatestLetter, listLetters } from '../letter-store.server.ts';
import { listMembers } from '../member-store.server.ts';
import type { LettersView, PrintedLetter } from '../rules/letter-view.ts';
import { type LetterState, letterState, readCheckCode } from '../rules/letters.ts';
import { type RoundHeadView, roundHead } from './round-head.server.ts';

/** Letters of a round, who has none yet, and the form as it was filled in the last time. */
export async function lettersPage(
  context: QueryContext,
  roundId: string,
): Promise<{ round: RoundHeadView; page: LettersView } | null> {
  const { trx, officeCode, now } = context;
  const round = await roundInReach(context, roundId);
  const head = await roundHead(context, roundId);
  if (!round || !head) return null;
  const key = { office: officeCode, roundId };
  const today = plainDateInWib(now.getTime());
  const letters = await listLetters(trx, key);
  const stateOf = ({ issuedOn, validTo, revokedAt }: (typeof letters)[number]): LetterState =>
    letterState({ startsOn: issuedOn, validTo, revokedAt }, today);
  const holding = new Set(letters.filter((one) => one.revokedAt === null).map(({ userId }) => userId));
  const last = await findLatestLetter(trx, officeCode);
  const members = (await listMembers(trx, key)).filter(({ leftOn }) => leftOn === null);
  const people = [...new Map(members.map((one) => [one.userId, one])).values()];
  return {
    round: head,
    page: {
      letters: letters.map((letter) => ({
        letterId: letter.letterId,
        userId: letter.userId,
        personName: letter.personName,
        number: letter.number,
        issuedOn: letter.issuedOn,
        validTo: letter.validTo,
        checkCode: letter.checkCode,
        state: stateOf(letter),
      })),
      people: people.map(({ userId, name, duty }) => ({
        userId,
        name,
        duty,
        hasLetter: holding.has(userId),
      })),
      values: {
        number: '',
        firstNumber: '',
        issuedOn: today,
        validTo: round.endsOn,
        signatoryName: last?.signatoryName ?? '',
        signatoryPosition: last?.signatoryPosition ?? '',
        signatoryNip: last?.signatoryNip ?? '',
      },
    },
  };
}

/** Letters as they are printed: those that hold, all of them or those of one person. */
export async function printedLetters(
  context: QueryContext,
  roundId: string,
  userId: string | null,
): Promise<PrintedLetter[] | null> {
  const { trx, officeCode } = context;
  const round = await roundInReach(context, roundId);
  if (!round) return null;
  const key = { office: officeCode, roundId };
  const officeName = await getOfficeName(trx, officeCode);
  const members = await listMembers(trx, key);
  const places = await listVillagesOf(trx, key);
  const letters = (await listLetters(trx, key)).filter(
    (letter) => letter.revokedAt === null && (userId === null || letter.userId === userId),
  );
  const villagesOf = (id: string) => [
    ...new Set([
      ...members.filter((one) => one.userId === id).flatMap((one) => one.homeVillages),
      ...(places.get(id) ?? []),
    ]),
  ];
  const names = await villageNames(
    trx,
    letters.flatMap((letter) => villagesOf(letter.userId)),
  );
  return letters.map((letter) => ({
    officeName,
    roundName: round.name,
    purpose: round.purpose,
    legalBasis: round.legalBasis,
    bpsNumber: round.bpsNumber,
    personName: letter.personName,
    duty: members.find((one) => one.userId === letter.userId)?.duty ?? 'enumerator',
    villages: villagesOf(letter.userId).map((code) => names.get(code) ?? code),
    number: letter.number,
    issuedOn: letter.issuedOn,
    validTo: letter.validTo,
    signatoryName: letter.signatoryName,
    signatoryPosition: letter.signatoryPosition,
    signatoryNip: letter.signatoryNip,
    checkCode: letter.checkCode,
  }));
}

/** A street shares one address; nobody checks a letter more often than this, and codes cannot be guessed. */
const checkLimit = { name: 'letter-check', attempts: 60, seconds: 600 };

export type LetterAnswer = {
  officeName: string;
  personName: string;
  number: string;
  duty: 'enumerator' | 'supervisor' | null;
  roundName: string;
  startsOn: string;
  validTo: string;
  state: LetterState;
};

/** What anybody may know of a letter whose code they hold; null: there is no such letter. */
export async function checkLetter(
  services: Services,
  clientAddress: string,
  code: string,
): Promise<Outcome<LetterAnswer | null>> {
  const counted = await countAttempt(services.db, checkLimit, clientAddress);
  if (!counted.ok) return refused('rate_limited', { details: counted.refusal.details ?? {} });
  const found = await findByCheckCode(services.db, readCheckCode(code));
  if (!found) return { ok: true, value: null };
  const { revokedAt, duty, ...letter } = found;
  const today = plainDateInWib(services.clock().getTime());
  const state = letterState({ ...letter, revokedAt }, today);
  return { ok: true, value: { ...letter, duty: duty as LetterAnswer['duty'], state } };
}
