import { plainDateInWib } from '#kernel/calendar.ts';
import type { Locale } from '#kernel/language.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { standingsOf } from '../../judge-eligibility/index.server.ts';
import { exposureSentence, listSupports } from '../../record-support/index.server.ts';
import { canonicalIds, listFileNames, listWithOwners } from '../../register-enterprise/index.server.ts';
import { listApplicationFiles } from '../application-store.server.ts';
import {
  type ApplicantCounts,
  type ApplicantFilter,
  type ApplicantLine,
  type ApplicationPage,
  countApplicants,
  type IntakeHead,
  isWanted,
} from '../rules/applicants-view.ts';
import { type ApplicationRow, findApplication, listApplications } from './applications.server.ts';
import { type FoundIntake, intakeHead, withinReach } from './intake-head.server.ts';

const PAGE = 50;

/** Who received much is told by what came within these calendar years, this one among them. */
const EXPOSURE_YEARS = 3;

export type ApplicantsPage = {
  intake: IntakeHead;
  counts: ApplicantCounts;
  rows: (ApplicantLine & { exposure: string })[];
  /** How many the filter leaves. */
  shown: number;
  previous: string | null;
  next: string | null;
};

/** Who applied for an intake, page by page in the order of arrival; null where there is no such intake. */
export async function applicantsPage(
  context: QueryContext,
  intakeId: string,
  { filter, from }: { filter: ApplicantFilter | null; from: number },
  locale: Locale,
): Promise<ApplicantsPage | null> {
  const found = await intakeHead(context, intakeId);
  if (!found) return null;
  const { lines, hasConditions } = await applicantLines(context, found, locale);
  const wanted = lines.filter((line) => isWanted(line, filter));
  const rows = wanted.slice(from, from + PAGE);
  const exposures = await exposuresOf(context, rows, locale);
  return {
    intake: found.head,
    counts: countApplicants(lines, hasConditions),
    rows: rows.map((row) => ({ ...row, exposure: exposures.get(row.enterpriseId) ?? '' })),
    shown: wanted.length,
    previous: from > 0 ? String(Math.max(0, from - PAGE)) : null,
    next: from + PAGE < wanted.length ? String(from + PAGE) : null,
  };
}

/** All applications of an intake within the person's reach, each with what it stands for today. */
export async function applicantLines(
  context: QueryContext,
  { row: intake }: FoundIntake,
  locale: Locale,
): Promise<{ lines: ApplicantLine[]; hasConditions: boolean }> {
  const rows = await listApplications(context.trx, context.officeCode, intake.intakeId);
  return linesOf(context, intake.programmeId, rows, locale, await withinReach(context));
}

async function linesOf(
  context: Pick<QueryContext, 'trx' | 'officeCode' | 'now'>,
  programmeId: string,
  rows: readonly ApplicationRow[],
  locale: Locale,
  reach: ReadonlySet<string> | null,
): Promise<{ lines: ApplicantLine[]; hasConditions: boolean }> {
  const { trx, officeCode } = context;
  const written = rows.map(({ enterpriseId }) => enterpriseId);
  const standsFor = await canonicalIds(trx, officeCode, written);
  const enterpriseIds = [...new Set(standsFor.values())];
  const named = new Map(
    (await listWithOwners(trx, officeCode, { enterpriseIds })).map((one) => [one.enterpriseId, one]),
  );
  const { conditions, standings } = await standingsOf(context, programmeId, enterpriseIds, locale);
  const ids = rows.map(({ applicationId }) => applicationId);
  const files = await listApplicationFiles(trx, officeCode, ids);
  const numbers = new Map(rows.map(({ applicationId }, at) => [applicationId, at + 1]));
  const lines = rows.map((row): ApplicantLine => {
    const enterpriseId = standsFor.get(row.enterpriseId) ?? row.enterpriseId;
    const one = named.get(enterpriseId);
    const known = standings.get(enterpriseId);
    return {
      applicationId: row.applicationId,
      number: numbers.get(row.applicationId) ?? 0,
      enterpriseId,
      name: one?.name ?? '',
      ownerName: one?.ownerName ?? null,
      village: one?.villageName ?? null,
      via: row.via,
      proposedBy: row.proposedBy,
      status: row.status,
      joinedTo: row.joinedInto === null ? null : (numbers.get(row.joinedInto) ?? null),
      standing: known?.standing ?? null,
      lacking: known?.lacking ?? [],
      unknown: known?.unknown ?? [],
      files: files.get(row.applicationId)?.length ?? 0,
      receivedAt: row.receivedAt,
    };
  });
  return {
    lines: reach === null ? lines : lines.filter(({ enterpriseId }) => reach.has(enterpriseId)),
    hasConditions: conditions !== null,
  };
}

/** Enterprise → "belum pernah dibina", or what it received of late. */
export async function exposuresOf(
  { trx, officeCode, now }: QueryContext,
  lines: readonly ApplicantLine[],
  locale: Locale,
): Promise<Map<string, string>> {
  const enterpriseIds = [...new Set(lines.map((line) => line.enterpriseId))];
  const supports = await listSupports(trx, officeCode, enterpriseIds);
  const since = Number(plainDateInWib(now.getTime()).slice(0, 4)) - EXPOSURE_YEARS + 1;
  return new Map(enterpriseIds.map((id) => [id, exposureSentence(supports.get(id) ?? [], since, locale)]));
}

/** One application with its files; null where there is none for this intake, or it lies out of reach. */
export async function applicationPage(
  context: QueryContext,
  { intakeId, applicationId }: { intakeId: string; applicationId: string },
  locale: Locale,
): Promise<ApplicationPage | null> {
  const { trx, officeCode } = context;
  const found = await intakeHead(context, intakeId);
  if (!found) return null;
  const { lines } = await applicantLines(context, found, locale);
  const line = lines.find((one) => one.applicationId === applicationId);
  const row = line && (await findApplication(trx, officeCode, applicationId));
  if (!line || !row) return null;
  const exposures = await exposuresOf(context, [line], locale);
  const fileIds = (await listApplicationFiles(trx, officeCode, [applicationId])).get(applicationId) ?? [];
  const files = await listFileNames(trx, officeCode, fileIds);
  return {
    intake: found.head,
    line,
    note: row.note,
    receivedBy: row.receivedBy,
    exposure: exposures.get(line.enterpriseId) ?? '',
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { at: row.withdrawnAt, by: row.withdrawnBy ?? '', reason: row.withdrawnReason ?? '' },
    files: files.map(({ fileId, originalName, mediaType, byteSize, createdBy, createdAt }) => ({
      fileId,
      name: originalName,
      isPhoto: mediaType.startsWith('image/'),
      kilobytes: Math.max(1, Math.round(byteSize / 1024)),
      by: createdBy ?? '',
      at: createdAt,
    })),
  };
}
