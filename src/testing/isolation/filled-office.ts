import { saveTypedRow } from '#features/import-list/commands/save-typed-row.server.ts';
import { startTyping } from '#features/import-list/commands/start-typing.server.ts';
import {
  aListFile,
  anAppliedList,
  anInspectedList,
  aStagedList,
  listFacts,
} from '#features/import-list/factory.ts';
import { addNote } from '#features/register-enterprise/commands/add-note.server.ts';
import { addEvidence } from '#features/register-enterprise/commands/keep-evidence.server.ts';
import { keepFile } from '#features/register-enterprise/commands/keep-file.server.ts';
import { joinGroup } from '#features/register-enterprise/commands/keep-groups.server.ts';
import { addProduct } from '#features/register-enterprise/commands/keep-products.server.ts';
import { merge } from '#features/register-enterprise/commands/merge-enterprises.server.ts';
import { recordFigure } from '#features/register-enterprise/commands/record-figure.server.ts';
import { anEnterprise } from '#features/register-enterprise/factory.ts';
import {
  addSourceEntries,
  createGroup,
  createSourceList,
} from '#features/register-enterprise/index.server.ts';
import { handOver } from '#features/run-office/commands/hand-over.server.ts';
import { createToken } from '#features/run-office/index.server.ts';
import { aStaffMember, type Staff } from '#features/sign-in/factory.ts';
import { type IssuedOwnerCode, issueOwnerCode } from '#features/sign-in/index.server.ts';
import type { Actor } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { newId } from '#kernel/id.ts';
import { must } from '#kernel/refusal.ts';
import { execute, inOneTransaction } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { queueMessage } from '#platform/messages/outbox.server.ts';
import type { Services } from '#platform/services.server.ts';
import { createTask } from '#platform/tasks/long-task.server.ts';
import { type FilledApplications, fillApplications } from './fill-applications.ts';
import { type FilledCensus, fillCensus } from './fill-census.ts';
import { type FilledEligibility, fillEligibility } from './fill-eligibility.ts';
import { type FilledField, fillField } from './fill-field.ts';
import { type FilledOutcomes, fillOutcomes } from './fill-outcomes.ts';
import { type FilledOutreach, fillOutreach } from './fill-outreach.ts';
import { type FilledPairs, fillPairs } from './fill-pairs.ts';
import { type FilledPapers, fillPapers } from './fill-papers.ts';
import { type FilledProgramme, fillProgramme } from './fill-programme.ts';
import { type FilledReview, fillReview } from './fill-review.ts';
import { type FilledRun, fillRun } from './fill-run.ts';
import { type FilledSeats, fillSeats } from './fill-seats.ts';
import { type FilledSelection, fillSelection } from './fill-selection.ts';

/** What tells one office's data from the other's. */
export type Mark = {
  officeCode: string;
  villageCode: string;
  /** Stands in every name and text, and nowhere else. */
  word: string;
  nik: string;
  nib: string;
  /** With +62. */
  phone: string;
};

/** An office with at least one of everything; the names of its fields are what the tables of requests use. */
export type FilledOffice = Mark &
  FilledPairs &
  FilledField &
  FilledCensus &
  FilledOutreach &
  FilledProgramme &
  FilledEligibility &
  FilledApplications &
  FilledOutcomes &
  FilledRun &
  FilledPapers &
  FilledSelection &
  FilledSeats &
  FilledReview & {
    /** May do all that anyone may. */
    admin: Staff;
    colleague: Staff;
    /** Whose work is still to be handed over. */
    leaver: Staff;
    /** Another session of the admin; empty where nobody signs in. */
    otherSessionId: string;
    /** `YYYY-MM-DD` */
    today: string;
    enterpriseId: string;
    /** Of the enterprise, as its edit form carries it. */
    revision: string;
    /** Likewise of its owner. */
    ownerRevision: string;
    ownerId: string;
    /** An owner without a phone, who signs in with a printed number. */
    printedOwnerId: string;
    /** Theirs. */
    printedEnterpriseId: string;
    ownerCode: IssuedOwnerCode;
    productId: string;
    fileId: string;
    evidenceId: string;
    groupId: string;
    otherGroupId: string;
    /** Merges that stand, of records with the enterprise. */
    mergeId: string;
    otherMergeId: string;
    /** An enterprise that stands for itself. */
    spareEnterpriseId: string;
    groupMembershipId: string;
    sourceListId: string;
    /** A list in the register, with rows to mend and rows of another area. */
    importId: string;
    /** A list that waits to be saved. */
    stagedImportId: string;
    /** A list whose columns wait for a person. */
    mappingImportId: string;
    /** A list that the admin types from a photo, with one row. */
    typingImportId: string;
    typedEntryId: string;
    tokenId: string;
    token: string;
    messageId: string;
    taskId: string;
    membershipId: string;
  };

const idNames = (office: FilledOffice) =>
  Object.entries(office).filter(([name, value]) => name.endsWith('Id') && value !== '') as [string, string][];

/** Everything by which a trace of this office would be known: its word, numbers and ids. */
export function tracesOf(office: FilledOffice): string[] {
  const { word, nik, nib, phone, token, admin, colleague, leaver } = office;
  const people = [admin, colleague, leaver].flatMap(({ userId, email }) => [userId, email]);
  return [
    word,
    nik,
    nib,
    phone,
    `0${phone.slice(3)}`,
    token,
    ...people,
    ...idNames(office).map(([, id]) => id),
  ];
}

/** The text of an answer without what the frame around every page says: the office, and who is signed in. */
export function withoutFrame(text: string, { word, admin }: FilledOffice): string {
  return [`Dinas ${word}`, `admin ${word}`, admin.email].reduce(
    (rest, said) => rest.replaceAll(said, ''),
    text,
  );
}

/** Makes the office by the commands that people use, so that its rows are what they are in life. */
export async function aFilledOffice(services: Services, mark: Mark): Promise<FilledOffice> {
  const { officeCode, word } = mark;
  await withOffice(services.db, officeCode, (trx) =>
    trx
      .insertInto('offices')
      .values({ officeCode, name: `Dinas ${word}`, shortName: `Dinas ${word}` })
      .execute(),
  );
  const scope = { kind: 'office', code: officeCode } as const;
  const everyRole = (['officer', 'head', 'data_officer'] as const).map((role) => ({ role, scope }));
  const inMail = word.toLowerCase();
  const person = (name: string, more = {}) =>
    aStaffMember(services, officeCode, {
      name: `${name} ${word}`,
      email: `${name}@${inMail}.example`,
      ...more,
    });
  const [admin, colleague, leaver, predecessor] = [
    await person('admin', { grants: everyRole }),
    await person('rekan'),
    await person('pindah'),
    await person('pendahulu'),
  ];
  const actor: Actor = {
    kind: 'person',
    id: admin.userId,
    name: `admin ${word}`,
    officeCode,
    grants: everyRole,
  };
  must(
    await execute(services, actor, handOver, {
      handOverId: newId(),
      fromUserId: predecessor.userId,
      toUserId: admin.userId,
      withRoles: true,
      note: `Mutasi ${word}`,
    }),
  );
  const membershipId = await withOffice(services.db, officeCode, async (trx) => {
    const roles = trx.selectFrom('memberships').select('membershipId').where('userId', '=', colleague.userId);
    return (await roles.executeTakeFirstOrThrow()).membershipId;
  });
  const token = must(
    await execute(services, actor, createToken, {
      name: `Sistem ${word}`,
      role: 'data_officer',
      scope: `office:${officeCode}`,
      lastDay: null,
    }),
  );
  const register = await fillRegister(services, actor, mark);
  const lists = await bringInLists(services, actor, mark);
  const census = await fillCensus(services, actor, mark);
  const field = await fillField(services, mark);
  const review = await fillReview(services, actor, mark);
  const outreach = await fillOutreach(services, actor, mark);
  const programme = await fillProgramme(services, actor, mark, register);
  const eligibility = await fillEligibility(services, actor, mark, { ...register, ...programme });
  const applications = await fillApplications(services, actor, mark, { ...register, ...programme });
  const selection = await fillSelection(services, actor, mark, programme);
  const seats = await fillSeats(services, actor, mark, {
    ...programme,
    enterpriseId: register.printedEnterpriseId,
  });
  const pairs = await fillPairs(services, actor, mark);
  const outcomes = await fillOutcomes(services, actor, mark);
  const run = await fillRun(services, actor, mark);
  const papers = await fillPapers(services, actor, mark, run);
  const desk = await fillDesk(services, actor, mark, token.tokenId);
  const revision = await withOffice(services.db, officeCode, async (trx) => {
    const found = trx
      .selectFrom('enterprises')
      .select('revision')
      .where('enterpriseId', '=', register.enterpriseId);
    return String((await found.executeTakeFirstOrThrow()).revision);
  });
  const ownerRevision = await withOffice(services.db, officeCode, async (trx) => {
    const found = trx.selectFrom('owners').select('revision').where('ownerId', '=', register.ownerId);
    return String((await found.executeTakeFirstOrThrow()).revision);
  });
  return {
    ...mark,
    admin,
    colleague,
    leaver,
    otherSessionId: '',
    today: plainDateInWib(services.clock().getTime()),
    membershipId,
    ...token,
    ...register,
    revision,
    ownerRevision,
    ...lists,
    ...pairs,
    ...census,
    ...field,
    ...review,
    ...outreach,
    ...programme,
    ...eligibility,
    ...applications,
    ...selection,
    ...seats,
    ...outcomes,
    ...run,
    ...papers,
    ...desk,
  };
}

async function fillRegister(services: Services, actor: Actor, mark: Mark) {
  const { officeCode, villageCode, word, nik, nib, phone } = mark;
  const owner = await anEnterprise(services, actor, {
    name: `Terang Bulan ${word}`,
    owner: `Siti ${word}`,
    nik,
    nib,
    phone,
    village: villageCode,
  });
  const { enterpriseId } = owner;
  const printed = await anEnterprise(services, actor, {
    name: `Warung ${word}`,
    owner: `Karsi ${word}`,
    village: villageCode,
  });
  const ownerCode = must(await execute(services, actor, issueOwnerCode, { ownerId: printed.ownerId }));
  const photo = new File([Buffer.from([0xff, 0xd8, 0xff]), `foto ${word}`], `NIB ${word}.jpg`);
  const { fileId } = must(await keepFile(services, actor, { enterpriseId, file: photo }));
  const product = { name: `Serabi ${word}` };
  const evidence = { enterpriseId, kind: 'award', issuer: `Lomba ${word}`, grade: 'documented', fileId };
  const another = async (name: string) =>
    (
      await anEnterprise(services, actor, {
        name: `${name} ${word}`,
        owner: `${name} ${word}`,
        village: villageCode,
      })
    ).enterpriseId;
  const mergeWith = async (mergedId: string) =>
    must(await execute(services, actor, merge, { kind: 'same', survivorId: enterpriseId, mergedId })).mergeId;
  const group = async (name: string) =>
    must(await execute(services, actor, createGroup, { kind: 'mentored', name })).groupId;
  const groupId = await group(`Kelompok ${word}`);
  must(
    await execute(services, actor, recordFigure, {
      enterpriseId,
      kind: 'sales',
      year: '2025',
      amount: '120000000',
    }),
  );
  must(await execute(services, actor, addNote, { enterpriseId, text: `Catatan ${word}` }));
  const sourceListId = await inOneTransaction(services, actor, async (context) => {
    const list = { name: `Daftar ${word}`, kind: 'office', asOf: '2026-01-01', legalBasis: null } as const;
    const id = await createSourceList(context, list);
    await addSourceEntries(context.trx, officeCode, id, [{ enterpriseId, sourceRow: 1, sourceKey: word }]);
    return id;
  });
  return {
    enterpriseId,
    ownerId: owner.ownerId,
    printedOwnerId: printed.ownerId,
    printedEnterpriseId: printed.enterpriseId,
    ownerCode,
    fileId,
    groupId,
    mergeId: await mergeWith(await another('Kembar')),
    otherMergeId: await mergeWith(await another('Serupa')),
    spareEnterpriseId: await another('Sendiri'),
    otherGroupId: await group(`Sentra ${word}`),
    sourceListId,
    productId: must(await execute(services, actor, addProduct, { enterpriseId, product })).productId,
    evidenceId: must(await execute(services, actor, addEvidence, evidence)).evidenceId,
    groupMembershipId: must(await execute(services, actor, joinGroup, { enterpriseId, groupId }))
      .groupMembershipId,
  };
}

/** A list at each of its stations; the first one also changes the owner who is on record. */
async function bringInLists(services: Services, actor: Actor, mark: Mark) {
  const { officeCode, villageCode, word, nik } = mark;
  const areas = await withOffice(services.db, officeCode, (trx) =>
    trx.selectFrom('areas').select(['areaCode', 'name']).execute(),
  );
  const village = areas.find((area) => area.areaCode === villageCode)?.name ?? '';
  const elsewhere = areas.find((area) => area.areaCode.length > 8 && !area.areaCode.startsWith(officeCode));
  const header = ['NAMA LENGKAP', 'NIK', 'Kelurahan', 'Nama Usaha', 'Jenis Usaha'];
  const file = (...rows: string[][]) => aListFile([header, ...rows], `daftar ${word}.csv`);
  const facts = (name: string) => ({ ...listFacts, name: `${name} ${word}` });
  const applied = await anAppliedList(
    services,
    actor,
    file(
      [`Siti ${word}`, nik, village, `Terang Bulan ${word}`, 'Warung makan'],
      [`Baru ${word}`, '', village, `Kerupuk ${word}`, 'Kerupuk'],
      [`Pendek ${word}`, '33750', village, `Batik ${word}`, 'Batik cap'],
      [`Jauh ${word}`, '', elsewhere?.name ?? '', `Konveksi ${word}`, 'Konveksi'],
    ),
    facts('Impor'),
  );
  const one = [`Tunggu ${word}`, '', village, `Tahu ${word}`, 'Tahu'];
  // The second looks like the first: what a list holds of likeness waits with it.
  const again = [`Tungu ${word}`, '', village, `Tahu ${word}`, 'Tahu'];
  const staged = await aStagedList(services, actor, file(one, again), facts('Periksa'));
  const inspected = await anInspectedList(services, actor, file(one), facts('Petakan'));
  return {
    importId: applied.importId,
    stagedImportId: staged.importId,
    mappingImportId: inspected.importId,
    ...(await typeList(services, actor, {
      facts: facts('Ketik'),
      values: { full_name: `Ketikan ${word}`, nik },
    })),
  };
}

/** A list under the hands of its typist: one row beside the photo of its page. */
async function typeList(
  services: Services,
  actor: Actor,
  { facts, values }: { facts: Record<string, unknown>; values: Record<string, string> },
) {
  const file = new File([Buffer.from([0xff, 0xd8, 0xff, 0x00])], 'halaman.jpg');
  const fields = ['full_name', 'nik', 'village'];
  const { importId } = must(await startTyping(services, actor, { facts: { ...facts, fields }, file }));
  const entryId = newId();
  must(await execute(services, actor, saveTypedRow, { importId, entryId, rowNumber: 1, values }));
  return { typingImportId: importId, typedEntryId: entryId };
}

/** What lies on the desks: messages, long work, answers kept for a program that asks twice. */
function fillDesk(services: Services, actor: Actor, { officeCode, word, phone }: Mark, tokenId: string) {
  return inOneTransaction(services, actor, async ({ trx, vault, now }) => {
    const messageId = await queueMessage(
      { trx, vault, jobs: services.jobs, officeCode, now },
      {
        channel: 'whatsapp',
        purpose: 'sign_in_code',
        recipient: phone,
        recipientHint: `08******${word}`,
        body: `Pesan ${word}`,
      },
    );
    const taskId = await createTask(trx, officeCode, {
      kind: 'sample',
      subjectId: null,
      title: `Pekerjaan ${word}`,
      total: 1_000,
      createdBy: actor.name,
      at: now,
    });
    await trx
      .insertInto('idempotencyKeys')
      .values({
        officeCode,
        actorId: tokenId,
        idempotencyKey: `kunci-${word}`,
        requestHash: Buffer.alloc(32),
        createdAt: now,
      })
      .execute();
    return { messageId, taskId };
  });
}
