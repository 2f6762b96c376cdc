import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { enterprisesStanding, standingsOf } from '../../judge-eligibility/index.server.ts';
import {
  canonicalIds,
  listStandingIds,
  listWithOwners,
  searchRegister,
} from '../../register-enterprise/index.server.ts';
import { listInvitations } from '../invitation-store.server.ts';
import type { Candidate, IntakeHead } from '../rules/applicants-view.ts';
import { type InvitationState, invitationState } from '../rules/invitation-state.ts';
import { listApplications } from './applications.server.ts';
import { type FoundIntake, intakeHead } from './intake-head.server.ts';

/** As many as are looked through by eye. */
const FOUND = 50;
/** As many as are invited in one go; the rest comes next. */
const INVITED = 200;

export type AddPage = { intake: IntakeHead; text: string; candidates: Candidate[]; found: number };

/** Enterprises of the register by words, to be brought in; none before something is asked. */
export async function addPage(
  context: QueryContext,
  intakeId: string,
  text: string,
  locale: Locale,
): Promise<AddPage | null> {
  const intake = await intakeHead(context, intakeId);
  if (!intake) return null;
  if (text.trim() === '') return { intake: intake.head, text, candidates: [], found: 0 };
  const { ids, found } = await searched(context, text);
  return { intake: intake.head, text, found, candidates: await candidatesOf(context, intake, ids, locale) };
}

async function searched(context: QueryContext, text: string): Promise<{ ids: string[]; found: number }> {
  const answer = await searchRegister(context, { text, filter: {}, offset: 0, limit: FOUND });
  return { ids: answer.enterpriseIds, found: answer.enterprises + answer.similar };
}

/** In the order of the ids; those that no longer stand in the register are left out. */
async function candidatesOf(
  context: QueryContext,
  { row: { intakeId, programmeId } }: FoundIntake,
  enterpriseIds: readonly string[],
  locale: Locale,
): Promise<Candidate[]> {
  const { trx, officeCode } = context;
  const named = new Map(
    (await listWithOwners(trx, officeCode, { enterpriseIds })).map((one) => [one.enterpriseId, one]),
  );
  const { standings } = await standingsOf(context, programmeId, enterpriseIds, locale);
  const applied = await appliedNumbers(context, intakeId);
  return enterpriseIds.flatMap((enterpriseId): Candidate[] => {
    const one = named.get(enterpriseId);
    if (!one) return [];
    const known = standings.get(enterpriseId);
    return [
      {
        enterpriseId,
        name: one.name,
        ownerName: one.ownerName,
        village: one.villageName,
        standing: known?.standing ?? null,
        lacking: known?.lacking ?? [],
        unknown: known?.unknown ?? [],
        applied: applied.get(enterpriseId) ?? null,
      },
    ];
  });
}

/** Enterprise that stands → number of the application that counts. */
async function appliedNumbers(
  { trx, officeCode }: QueryContext,
  intakeId: string,
): Promise<Map<string, number>> {
  const rows = await listApplications(trx, officeCode, intakeId);
  const written = rows.map(({ enterpriseId }) => enterpriseId);
  const standsFor = await canonicalIds(trx, officeCode, written);
  return new Map(
    rows.flatMap(({ enterpriseId, status }, at): [string, number][] =>
      status === 'received' ? [[standsFor.get(enterpriseId) ?? enterpriseId, at + 1]] : [],
    ),
  );
}

export type InvitationLine = {
  invitationId: string;
  name: string;
  village: string | null;
  state: InvitationState;
  madeAt: Date;
  madeBy: string;
  expiresAt: Date;
  applicationId: string | null;
};

/** Whom to invite: all who meet the conditions, all who lack one, or those found by words. */
export type InviteFor = 'memenuhi' | 'kurang-satu' | 'cari' | null;

export type InvitePage = {
  intake: IntakeHead;
  asked: { by: InviteFor; text: string };
  /** Neither applied nor invited yet; `more`: others come after these. */
  candidates: Candidate[];
  more: boolean;
  invitations: InvitationLine[];
};

/** Invitations of an intake, and those who could get one. */
export async function invitePage(
  context: QueryContext,
  intakeId: string,
  asked: { by: InviteFor; text: string },
  locale: Locale,
): Promise<InvitePage | null> {
  const intake = await intakeHead(context, intakeId);
  if (!intake) return null;
  const { trx, officeCode, now } = context;
  const rows = await listInvitations(trx, officeCode, intakeId);
  const enterpriseIds = rows.map(({ enterpriseId }) => enterpriseId);
  const standsFor = await canonicalIds(trx, officeCode, enterpriseIds);
  const named = new Map(
    (await listWithOwners(trx, officeCode, { enterpriseIds: [...standsFor.values()] })).map((one) => [
      one.enterpriseId,
      one,
    ]),
  );
  const invitations = rows.map((row): InvitationLine => {
    const one = named.get(standsFor.get(row.enterpriseId) ?? row.enterpriseId);
    const { invitationId, madeAt, madeBy, expiresAt, applicationId } = row;
    const state = invitationState(row, now.getTime());
    const name = one?.name ?? '';
    return {
      invitationId,
      name,
      village: one?.villageName ?? null,
      state,
      madeAt,
      madeBy,
      expiresAt,
      applicationId,
    };
  });
  const waiting = new Set(
    rows.flatMap((row) =>
      invitationState(row, now.getTime()) === 'waiting'
        ? [standsFor.get(row.enterpriseId) ?? row.enterpriseId]
        : [],
    ),
  );
  const { ids, more } = await wantedIds(context, intake, asked, waiting);
  return {
    intake: intake.head,
    asked,
    candidates: await candidatesOf(context, intake, ids, locale),
    more,
    invitations,
  };
}

async function wantedIds(
  context: QueryContext,
  { row: { intakeId, programmeId } }: FoundIntake,
  { by, text }: { by: InviteFor; text: string },
  waiting: ReadonlySet<string>,
): Promise<{ ids: string[]; more: boolean }> {
  if (by === null) return { ids: [], more: false };
  const applied = await appliedNumbers(context, intakeId);
  const isFree = (id: string) => !applied.has(id) && !waiting.has(id);
  if (by === 'cari') {
    const ids = text.trim() === '' ? [] : (await searched(context, text)).ids.filter(isFree);
    return { ids, more: false };
  }
  const ids: string[] = [];
  const page = 1_000;
  for (let after: string | null = null; ; ) {
    const at: string | null = after;
    const found: string[] | null = await enterprisesStanding(
      context,
      programmeId,
      by === 'memenuhi' ? 0 : 1,
      { after: at, limit: page },
    );
    if (!found) return { ids, more: false };
    const standing = await listStandingIds(context.trx, context.officeCode, found);
    ids.push(...found.filter((id) => standing.get(id) === id && isFree(id)));
    if (ids.length > INVITED) return { ids: ids.slice(0, INVITED), more: true };
    if (found.length < page) return { ids, more: false };
    after = found.at(-1) ?? null;
  }
}
