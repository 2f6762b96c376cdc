import type { HttpClient } from '../http-client.ts';
import type { FilledOffice } from './filled-office.ts';

type Form = Parameters<HttpClient['post']>[1];

/** A form as it is sent, with ids of the other office wherever it takes one. */
export type Deed = {
  form: (b: FilledOffice) => Form;
  /** Where it is sent; unset: the first of the route's `reads`. */
  to?: (b: FilledOffice) => string;
  /** Why even the office's own admin changes nothing of it by this form. */
  changesNothing?: string;
};

export type PageRequests = {
  /** Addresses with ids of the other office wherever they take one. */
  reads?: readonly ((b: FilledOffice) => string)[];
  /** One for every `intent` of the form. The office's own admin sends them too, in the order of this table. */
  deeds?: readonly Deed[];
  /** Who of an office may open it; unset: its admin. */
  as?: 'owner';
  /** Why even the office's own person sees no word of its data here. */
  showsNothing?: string;
  /** Why there is nothing of an office to ask for: no id, no list. */
  nothingOfAnOffice?: string;
};

/** Behind whatever a list begins with. */
const AFTER_ALL = 'ffffffff-ffff-7fff-bfff-ffffffffffff';
/** By what a page would know a row that it has just begun. */
const NEW_ENTRY = '01970f2e-5a00-7000-8000-000000000002';
const jpeg = () => new File([Buffer.from([0xff, 0xd8, 0xff, 0x00])], 'bukti.jpg');
const sheet = () => new File(['NAMA LENGKAP;Nama Usaha\nSlamet;Bakso'], 'perbaikan.csv');
const outbox = (b: FilledOffice) => {
  const header = { gawangan: 'outbox', v: 1, officeCode: b.officeCode, phoneId: b.fieldPhoneId, madeAt: '' };
  const line = { kind: 'envelope', envelope: { id: NEW_ENTRY, keyId: NEW_ENTRY, sealed: 'AAAA' } };
  return new File([`${JSON.stringify(header)}\n${JSON.stringify(line)}`], 'hp.gawangan');
};
const plan = (b: FilledOffice, name: string) => ({
  name,
  purpose: 'Mengetahui siapa yang berproduksi',
  startsOn: '2026-05-01',
  endsOn: '2026-07-31',
  sampleSize: '0',
  questionnaire: 'gawangan_core.1',
  sourceListIds: [b.censusListId],
  villages: [b.villageCode],
});
const intakeForm = (b: FilledOffice, name: string) => ({
  name,
  stage: '1',
  partnerId: b.partnerId,
  place: 'Aula',
  startsOn: b.today,
  endsOn: b.today,
  seats: '10',
  costPerSeat: '100.000',
  budgetLineId: b.budgetLineId,
});
const sessionForm = (b: FilledOffice) => ({
  day: b.today,
  from: '09:00',
  to: '11:00',
  place: 'Balai',
  topic: 'Mutu',
});
const signatoryForm = (b: FilledOffice) => ({
  duty: 'treasurer',
  name: 'Orang baru',
  position: 'Bendahara',
  validFrom: b.today,
});
const receipt = () => new File(['%PDF-1.7 nota'], 'nota.pdf');
const supportForm = {
  kind: 'training',
  topic: 'halal',
  provider: 'BLK',
  startedOn: '2025-04-01',
  outcome: 'completed',
};
const conditions = JSON.stringify({
  lines: [{ key: 'sex', label: { id: 'Perempuan', en: 'Woman' }, when: { ask: 'owner_sex', is: 'female' } }],
});
const selectionForm = {
  'w.never_served': '60',
  'w.order': '40',
  takePart: 'all',
  servedSince: '2024',
  answerDays: '3',
  moveUpDays: '0',
  sinceYear: '2024',
  withinMonths: '12',
};
const EXPORT_RUBRIC = '01980000-0000-7000-8000-00000000e3c1';
const PACKED = 'what a workbook says is packed, its size is not';
const own = 'only what the person signed in has done or chosen themselves';
const door = 'for people who are not signed in';
const PUBLISHED = 'what an office publishes is for everybody, and asked for here where there is nothing';

/** Every route of src/routes.ts → how an office would ask there for what is another's. */
export const pageRequests: Record<string, PageRequests> = {
  '/': { reads: [() => '/'] },
  '/akun': {
    reads: [() => '/akun'],
    deeds: [{ form: (b) => ({ sessionId: b.otherSessionId }) }],
    showsNothing: own,
  },
  '/akun/sandi': { nothingOfAnOffice: own },
  '/akun/pengaman': { nothingOfAnOffice: own },
  '/pemilik/:ownerId/kode': {
    reads: [(b) => `/pemilik/${b.ownerId}/kode`],
    deeds: [{ form: () => ({}) }, { to: (b) => `/pemilik/${b.printedOwnerId}/kode`, form: () => ({}) }],
    showsNothing: 'an empty form: the code stands in the answer to it',
  },
  '/orang': { reads: [() => '/orang'] },
  '/orang/baru': {
    reads: [() => '/orang/baru'],
    deeds: [
      {
        form: (b) => ({
          name: 'Orang Baru',
          email: 'orang-baru@contoh.id',
          role: 'companion',
          scope: `group:${b.groupId}`,
        }),
      },
    ],
  },
  '/orang/serah-terima': {
    reads: [(b) => `/orang/serah-terima?dari=${b.leaver.userId}`],
    deeds: [
      {
        form: (b) => ({
          handOverId: '01970f2e-5a00-7000-8000-000000000001',
          fromUserId: b.leaver.userId,
          toUserId: b.admin.userId,
          withRoles: '1',
        }),
      },
    ],
  },
  '/surat': {
    reads: [() => '/surat', (b) => `/surat?ubah=${b.signatoryId}`],
    deeds: [
      { form: (b) => ({ intent: 'add', ...signatoryForm(b), signatoryId: NEW_ENTRY }) },
      { form: (b) => ({ intent: 'change', ...signatoryForm(b), signatoryId: b.signatoryId, revision: '1' }) },
      { form: (b) => ({ intent: 'end', signatoryId: b.signatoryId, validTo: b.today }) },
      {
        form: (b) => ({
          intent: 'letterhead',
          lines: 'Dinas Ganti Nama',
          address: 'Jalan lain',
          city: 'Kota lain',
          effectiveOn: b.today,
        }),
      },
    ],
  },
  '/orang/:userId': {
    reads: [(b) => `/orang/${b.colleague.userId}`],
    deeds: [
      {
        form: (b) => ({
          intent: 'give',
          role: 'companion',
          scope: `group:${b.groupId}`,
          validFrom: '',
          validTo: '',
        }),
      },
      { form: () => ({ intent: 'reset', secondFactor: '1' }) },
      { form: (b) => ({ intent: 'end', membershipId: b.membershipId, lastDay: '2199-12-31' }) },
      { form: () => ({ intent: 'close' }) },
    ],
  },
  '/kotak-keluar': {
    reads: [() => '/kotak-keluar', () => `/kotak-keluar?setelah=${AFTER_ALL}`],
    deeds: [
      { form: (b) => ({ messageId: b.messageId, reason: 'Membacakan kode' }) },
      { form: (b) => ({ intent: 'pass_on', messageId: b.messageId }) },
    ],
  },
  '/jejak': {
    reads: [
      () => '/jejak',
      (b) => `/jejak?orang=${b.admin.userId}`,
      (b) => `/jejak?jenis=enterprise&data=${b.enterpriseId}`,
      () => `/jejak?setelah=${AFTER_ALL}`,
    ],
  },
  '/usaha': {
    reads: [
      () => '/usaha',
      () => '/usaha?q=terang%20bulan',
      (b) => `/usaha?q=${b.nib}`,
      (b) => `/usaha?q=${b.nik}`,
      (b) => `/usaha?q=0${b.phone.slice(3)}`,
      (b) => `/usaha?kelompok=${b.groupId}`,
      (b) => `/usaha?sumber=${b.sourceListId}`,
      (b) => `/usaha?wilayah=${b.villageCode}`,
    ],
  },
  '/usaha/cetak': { reads: [() => '/usaha/cetak', (b) => `/usaha/cetak?kelompok=${b.groupId}`] },
  '/usaha/baru': {
    reads: [() => '/usaha/baru'],
    deeds: [
      {
        form: (b) => ({ intent: 'match', 'owner.fullName': 'Siti', 'owner.nik.value': b.nik }),
        changesNothing: 'it looks for people already on record',
      },
      {
        form: (b) => ({ intent: `use:${b.ownerId}`, 'enterprise.name': 'Menumpang' }),
        changesNothing: 'it shows the owner chosen',
      },
      { form: (b) => ({ intent: `save-with:${b.ownerId}`, 'enterprise.name': 'Menumpang' }) },
      {
        form: (b) => ({ intent: 'save', ownerId: b.ownerId, 'enterprise.name': 'Menumpang lagi' }),
      },
    ],
    showsNothing: 'an empty form with the villages of the office',
  },
  '/usaha/:enterpriseId/ubah': {
    reads: [(b) => `/usaha/${b.enterpriseId}/ubah`],
    deeds: [
      {
        form: () => ({ revision: '999', 'enterprise.name': 'Basi' }),
        changesNothing: 'made from a stale reading',
      },
      { form: (b) => ({ revision: b.revision, 'enterprise.name': `Diubah ${b.officeCode}` }) },
    ],
  },
  '/usaha/:enterpriseId/pemilik': {
    reads: [(b) => `/usaha/${b.enterpriseId}/pemilik`],
    deeds: [
      {
        form: (b) => ({ ownerId: b.ownerId, revision: '999', 'owner.fullName': 'Basi' }),
        changesNothing: 'made from a stale reading',
      },
      { form: (b) => ({ ownerId: b.ownerId, revision: b.ownerRevision, 'owner.fullName': 'Diubah' }) },
    ],
  },
  '/usaha/:enterpriseId': {
    reads: [(b) => `/usaha/${b.enterpriseId}`],
    deeds: [
      {
        form: (b) => ({
          intent: 'reveal',
          ownerId: b.ownerId,
          'fields[]': ['nik', 'phones'],
          reason: 'Memeriksa data',
        }),
      },
      { form: () => ({ intent: 'add-product', 'product.name': 'Lumpia' }) },
      { form: (b) => ({ intent: 'end-product', productId: b.productId }) },
      { form: () => ({ intent: 'add-figure', kind: 'sales', year: '2024', amount: '1000000' }) },
      {
        form: () => ({
          intent: 'add-evidence',
          kind: 'award',
          issuer: 'Lomba',
          grade: 'documented',
          file: jpeg(),
        }),
      },
      {
        form: (b) => ({
          intent: 'add-evidence',
          kind: 'award',
          issuer: 'Lomba',
          grade: 'documented',
          fileId: b.fileId,
        }),
      },
      { form: (b) => ({ intent: 'withdraw-evidence', evidenceId: b.evidenceId, reason: 'Salah berkas' }) },
      { form: (b) => ({ intent: 'join-group', groupId: b.otherGroupId }) },
      { form: (b) => ({ intent: 'leave-group', groupMembershipId: b.groupMembershipId, leftOn: b.today }) },
      { form: (b) => ({ intent: 'undo-merge', mergeId: b.mergeId }) },
      { form: () => ({ intent: 'add-note', text: 'Catatan baru' }) },
    ],
  },
  '/usaha/:enterpriseId/cetak': { reads: [(b) => `/usaha/${b.enterpriseId}/cetak`] },
  '/kelompok': {
    reads: [() => '/kelompok', (b) => `/kelompok?dibuat=${b.groupId}`],
    deeds: [{ form: () => ({ kind: 'mentored', name: 'Kelompok baru' }) }],
  },
  '/daftar': { reads: [() => '/daftar'] },
  '/daftar/baru': {
    reads: [() => '/daftar/baru'],
    deeds: [
      {
        form: () => ({
          name: 'Tempelan',
          kind: 'village',
          asOf: '2026-03-14',
          pasted: 'NAMA LENGKAP\tNama Usaha\nSlamet\tBakso',
        }),
      },
    ],
    showsNothing: 'an empty form',
  },
  '/daftar/:importId': {
    reads: [
      (b) => `/daftar/${b.importId}`,
      (b) => `/daftar/${b.stagedImportId}`,
      (b) => `/daftar/${b.mappingImportId}`,
    ],
    deeds: [
      {
        to: (b) => `/daftar/${b.mappingImportId}`,
        form: (b) => ({
          intent: 'map',
          list: '0',
          'field-0': 'full_name',
          'field-1': 'nik',
          'field-2': 'village',
          'field-3': 'business_name',
          'field-4': 'activity',
          kbliVersion: '2025',
          figureYear: '2025',
          previousImportId: b.importId,
        }),
      },
      { to: (b) => `/daftar/${b.mappingImportId}`, form: () => ({ intent: 'cancel' }) },
      { to: (b) => `/daftar/${b.stagedImportId}`, form: () => ({ intent: 'apply' }) },
      { form: () => ({ intent: 'retry' }), changesNothing: 'nothing of it has failed' },
      { form: () => ({ intent: 'mend', file: sheet() }) },
      { to: (b) => `/daftar/${b.stagedImportId}`, form: () => ({ intent: 'take_back' }) },
    ],
  },
  '/daftar/:importId/perbaiki.xlsx': {
    reads: [(b) => `/daftar/${b.importId}/perbaiki.xlsx`],
    showsNothing: PACKED,
  },
  '/daftar/:importId/daerah-lain.xlsx': {
    reads: [(b) => `/daftar/${b.importId}/daerah-lain.xlsx`],
    showsNothing: PACKED,
  },
  '/daftar/ketik': {
    reads: [() => '/daftar/ketik'],
    deeds: [{ form: () => ({ name: 'Ketikan', kind: 'village', asOf: '2026-03-14', fields: 'full_name' }) }],
    showsNothing: 'an empty form',
  },
  '/daftar/ketik/cocok': {
    reads: [() => '/daftar/ketik/cocok'],
    deeds: [
      {
        form: (b) => ({ name: `Siti ${b.word}`, village: '', nik: b.nik, phone: b.phone }),
        changesNothing: 'it only asks',
      },
    ],
    showsNothing: 'it answers forms only',
  },
  '/daftar/:importId/halaman': {
    reads: [(b) => `/daftar/${b.typingImportId}/halaman`],
    showsNothing: 'a photo',
  },
  '/daftar/:importId/ketik/baris': {
    reads: [(b) => `/daftar/${b.typingImportId}/ketik/baris`],
    deeds: [
      { form: () => ({ intent: 'row', entryId: NEW_ENTRY, rowNumber: '2', full_name: 'Slamet' }) },
      { form: () => ({ intent: 'remove', entryId: NEW_ENTRY, rowNumber: '2' }) },
    ],
    showsNothing: 'it answers forms only',
  },
  '/daftar/:importId/ketik': {
    reads: [(b) => `/daftar/${b.typingImportId}/ketik`],
    deeds: [
      { form: () => ({ intent: 'row', entryId: NEW_ENTRY, rowNumber: '2', full_name: 'Slamet' }) },
      { form: (b) => ({ intent: 'remove', entryId: b.typedEntryId, rowNumber: '1' }) },
      { form: () => ({ intent: 'columns', fields: 'activity' }) },
      { form: () => ({ intent: 'page', file: jpeg() }) },
      { form: () => ({ intent: 'take_over' }), changesNothing: 'it is theirs already' },
      { form: () => ({ intent: 'finish' }) },
      { form: () => ({ intent: 'cancel' }) },
    ],
  },
  '/kembar': {
    reads: [() => '/kembar'],
    deeds: [
      { form: () => ({ intent: 'policy', target: '100' }) },
      { form: () => ({ intent: 'release' }), changesNothing: 'no examples have been looked at' },
      { form: (b) => ({ intent: 'undo', pairId: b.decidedPairId }) },
      { form: (b) => ({ intent: 'take_over_run', runId: b.runId }) },
      {
        form: (b) => ({ intent: 'discard_run', runId: b.runId }),
        changesNothing: 'it has been taken over',
      },
      { form: () => ({ intent: 'draw_sample' }), changesNothing: 'it was drawn before' },
      { form: () => ({ intent: 'start_run' }) },
    ],
  },
  '/kembar/periksa': {
    reads: [
      () => '/kembar/periksa',
      (b) => `/kembar/periksa?antrean=mutu&sesudah=${b.pairId}`,
      (b) => `/kembar/periksa?sesudah=${b.askedPairId}`,
    ],
    deeds: [
      { form: (b) => ({ pairId: b.pairId, decision: 'same' }) },
      { form: (b) => ({ intent: 'undo', pairId: b.pairId }) },
      { form: (b) => ({ sampleId: b.sampleId, pairId: b.pairId, decision: 'different' }) },
      { form: (b) => ({ intent: 'skip', sampleId: b.otherSampleId }) },
    ],
  },
  '/kembar/periksa/berikutnya': {
    reads: [() => '/kembar/periksa/berikutnya?antrean=pasangan'],
    deeds: [{ form: (b) => ({ pairId: b.otherPairId, decision: 'different' }) }],
  },
  '/kembar/serupa/:enterpriseId': { reads: [(b) => `/kembar/serupa/${b.pairEnterpriseId}`] },
  '/kembar/tanya': {
    reads: [() => '/kembar/tanya'],
    deeds: [{ form: (b) => ({ questionId: b.questionId, answer: 'different' }) }],
  },
  '/kembar/tanya/cetak': { reads: [(b) => `/kembar/tanya/cetak?wilayah=${b.villageCode}`] },
  '/masuk': { nothingOfAnOffice: door },
  '/masuk/kode': { nothingOfAnOffice: door },
  '/masuk/pemilik': { nothingOfAnOffice: door },
  '/terkunci': { nothingOfAnOffice: own },
  '/saya': { as: 'owner', reads: [() => '/saya'] },
  '/saya/usaha/:ownerId': {
    as: 'owner',
    reads: [(b) => `/saya/usaha/${b.printedOwnerId}`],
    deeds: [{ form: () => ({ text: 'Mohon diperbaiki' }) }],
  },
  '/kunci': { nothingOfAnOffice: own },
  '/keluar': { nothingOfAnOffice: own },
  '/bahasa': { nothingOfAnOffice: own },
  '/kantor': {
    reads: [() => '/kantor'],
    deeds: [{ form: (b) => ({ kantor: b.officeCode }), changesNothing: 'the admin works there already' }],
    showsNothing: 'it leads on to the start page',
  },
  '/usaha/unduh.xlsx': {
    reads: [() => '/usaha/unduh.xlsx'],
    deeds: [{ form: () => ({ reason: 'Laporan triwulan' }) }],
    showsNothing: PACKED,
  },
  '/usaha/unduh.csv': {
    reads: [() => '/usaha/unduh.csv', (b) => `/usaha/unduh.csv?kelompok=${b.groupId}`],
    deeds: [{ form: () => ({ reason: 'Laporan triwulan' }) }],
  },
  '/usaha/kbli': { nothingOfAnOffice: 'codes that are the same for every office' },
  '/pendataan': { reads: [() => '/pendataan'] },
  '/pendataan/baru': {
    reads: [() => '/pendataan/baru'],
    deeds: [{ form: (b) => plan(b, 'Pendataan baru') }],
  },
  '/pendataan/:roundId/ubah': {
    reads: [(b) => `/pendataan/${b.plannedRoundId}/ubah`],
    deeds: [{ form: (b) => ({ ...plan(b, 'Diubah'), revision: '1' }) }],
  },
  '/pendataan/:roundId/petugas': {
    reads: [(b) => `/pendataan/${b.censusRoundId}/petugas?dibagikan=${b.gestureId}`],
    deeds: [
      { form: (b) => ({ intent: 'add', duty: 'supervisor', userIds: [b.admin.userId] }) },
      {
        form: (b) => ({
          intent: 'change',
          duty: 'enumerator',
          userId: b.censusUserId,
          supervisorId: b.admin.userId,
          homeVillages: [b.villageCode],
        }),
      },
      { form: (b) => ({ intent: 'undo', gestureId: b.gestureId }) },
      { form: (b) => ({ intent: 'share_out', userId: b.otherCensusUserId }) },
      { form: (b) => ({ intent: 'drop', duty: 'supervisor', userId: b.admin.userId }) },
    ],
  },
  '/pendataan/:roundId/bagi': {
    reads: [
      (b) => `/pendataan/${b.censusRoundId}/bagi`,
      (b) => `/pendataan/${b.censusRoundId}/bagi?orang=${b.censusUserId}&tempat=${b.villageCode}`,
    ],
    deeds: [
      { form: (b) => ({ intent: 'assign', tempat: '', daftar: '', paling: '', orang: [b.censusUserId] }) },
      {
        form: (b) => ({ intent: 'undo', gestureId: b.gestureId }),
        changesNothing: 'it was taken back before',
      },
    ],
  },
  '/pendataan/:roundId/baris': {
    reads: [
      (b) => `/pendataan/${b.censusRoundId}/baris`,
      (b) => `/pendataan/${b.censusRoundId}/baris?orang=${b.censusUserId}`,
    ],
    deeds: [{ form: (b) => ({ intent: 'move', pilih: [b.censusRowId], toUserId: b.otherCensusUserId }) }],
  },
  '/pendataan/:roundId/lembar': {
    reads: [(b) => `/pendataan/${b.censusRoundId}/lembar?wilayah=${b.villageCode}`],
  },
  '/pendataan/:roundId/lembar/isi': {
    reads: [(b) => `/pendataan/${b.censusRoundId}/lembar/isi?wilayah=${b.villageCode}&rw=01&rt=01`],
    deeds: [{ form: (b) => ({ rows: [b.censusRowId], [`told-${b.censusRowId}`]: 'closed' }) }],
  },
  '/pendataan/:roundId/lembar/cetak': {
    reads: [(b) => `/pendataan/${b.censusRoundId}/lembar/cetak?wilayah=${b.villageCode}`],
  },
  '/pendataan/:roundId/surat': {
    reads: [(b) => `/pendataan/${b.censusRoundId}/surat`],
    deeds: [
      { form: (b) => ({ intent: 'revoke', letterId: b.letterId }) },
      {
        form: (b) => ({
          intent: 'issue',
          userIds: [b.censusUserId],
          number: '094/1',
          issuedOn: '2026-01-01',
          validTo: '2199-12-31',
          signatoryName: 'Kepala',
          signatoryPosition: 'Kepala Dinas',
        }),
      },
    ],
  },
  '/pendataan/:roundId/surat.pdf': {
    reads: [(b) => `/pendataan/${b.censusRoundId}/surat.pdf?orang=${b.censusUserId}`],
    showsNothing: 'what a PDF says is packed',
  },
  '/pendataan/:roundId/kartu.pdf': {
    reads: [(b) => `/pendataan/${b.censusRoundId}/kartu.pdf`],
    showsNothing: 'what a PDF says is packed',
  },
  '/pendataan/:roundId': {
    reads: [(b) => `/pendataan/${b.plannedRoundId}`, (b) => `/pendataan/${b.censusRoundId}`],
    deeds: [
      { form: () => ({ intent: 'start' }) },
      { to: (b) => `/pendataan/${b.censusRoundId}`, form: () => ({ intent: 'add_rows' }) },
      {
        to: (b) => `/pendataan/${b.censusRoundId}`,
        form: () => ({ intent: 'retry' }),
        changesNothing: 'nothing of it has failed',
      },
      { to: (b) => `/pendataan/${b.censusRoundId}`, form: () => ({ intent: 'close' }) },
      { to: (b) => `/pendataan/${b.censusRoundId}`, form: () => ({ intent: 'reopen' }) },
    ],
  },
  '/pendataan/:roundId/periksa': {
    reads: [
      (b) => `/pendataan/${b.reviewRoundId}/periksa`,
      (b) => `/pendataan/${b.reviewRoundId}/periksa?sesudah=${b.approvedVisitId}&kelurahan=${b.villageCode}`,
    ],
    deeds: [
      { form: (b) => ({ intent: 'approve_many', submissionIds: b.manyVisitId }) },
      { form: (b) => ({ intent: 'undo', submissionId: b.approvedVisitId }) },
    ],
  },
  '/pendataan/:roundId/periksa/:submissionId': {
    reads: [
      (b) => `/pendataan/${b.reviewRoundId}/periksa/${b.waitingVisitId}`,
      (b) => `/pendataan/${b.reviewRoundId}/periksa/${b.undoneVisitId}`,
    ],
    deeds: [
      { form: () => ({ intent: 'reveal', reason: 'Mencocokkan KTP' }) },
      { form: () => ({ intent: 'approve' }) },
      {
        to: (b) => `/pendataan/${b.reviewRoundId}/periksa/${b.sentBackVisitId}`,
        form: () => ({ intent: 'send_back', note: 'Foto kurang jelas' }),
      },
      {
        to: (b) => `/pendataan/${b.reviewRoundId}/periksa/${b.setAsideVisitId}`,
        form: () => ({ intent: 'set_aside', reason: 'Salah rumah' }),
      },
    ],
  },
  '/pendataan/:roundId/papan': { reads: [(b) => `/pendataan/${b.reviewRoundId}/papan`] },
  '/pendataan/:roundId/cakupan': { reads: [(b) => `/pendataan/${b.reviewRoundId}/cakupan`] },
  '/pendataan/:roundId/cakupan.xlsx': {
    reads: [(b) => `/pendataan/${b.reviewRoundId}/cakupan.xlsx`],
    showsNothing: PACKED,
  },
  '/pendataan/:roundId/cakupan.pdf': {
    reads: [(b) => `/pendataan/${b.reviewRoundId}/cakupan.pdf`],
  },
  '/pendataan/belum-dikunjungi': {
    reads: [
      () => '/pendataan/belum-dikunjungi',
      (b) => `/pendataan/belum-dikunjungi?kelurahan=${b.villageCode}&setelah=${AFTER_ALL}`,
    ],
  },
  '/pendataan/belum-dikunjungi.xlsx': {
    reads: [() => '/pendataan/belum-dikunjungi.xlsx'],
    showsNothing: PACKED,
  },
  '/pembinaan': { reads: [() => '/pembinaan'] },
  '/pembinaan/baru': {
    reads: [() => '/pembinaan/baru?templat=kosong'],
    deeds: [
      {
        form: (b) => ({
          kind: 'training',
          topic: 'qris',
          name: 'Kelas QRIS',
          partnerId: b.partnerId,
          stageName: 'Satu',
        }),
      },
    ],
  },
  '/pembinaan/mitra': {
    reads: [() => '/pembinaan/mitra'],
    deeds: [{ form: () => ({ kind: 'company', name: 'PT Mitra Baru' }) }],
  },
  '/pembinaan/mitra/:partnerId': {
    reads: [(b) => `/pembinaan/mitra/${b.partnerId}`],
    deeds: [{ form: () => ({ kind: 'company', name: 'PT Ganti Nama', revision: '1' }) }],
  },
  '/pembinaan/angkatan/:intakeId': {
    reads: [
      (b) => `/pembinaan/angkatan/${b.fundedIntakeId}`,
      (b) => `/pembinaan/angkatan/${b.finishedIntakeId}`,
    ],
    deeds: [
      {
        form: (b) => ({
          intent: 'spend',
          spendingId: NEW_ENTRY,
          commitmentId: b.commitmentId,
          amount: '2.000.000',
          spentOn: b.today,
          documentNumber: 'SP2D/9',
        }),
      },
      { form: (b) => ({ intent: 'take_back', spendingId: b.spendingId, reason: 'Salah kegiatan' }) },
      { form: (b) => ({ intent: 'release', commitmentId: b.restCommitmentId }) },
      { form: () => ({ intent: 'steer', action: 'close' }) },
    ],
  },
  '/pembinaan/angkatan/:intakeId/pendaftar': {
    reads: [(b) => `/pembinaan/angkatan/${b.openIntakeId}/pendaftar`],
  },
  '/pembinaan/angkatan/:intakeId/pendaftar.xlsx': {
    reads: [(b) => `/pembinaan/angkatan/${b.openIntakeId}/pendaftar.xlsx`],
    showsNothing: PACKED,
  },
  '/pembinaan/angkatan/:intakeId/pendaftar/undangan': {
    reads: [
      (b) => `/pembinaan/angkatan/${b.openIntakeId}/pendaftar/undangan?untuk=memenuhi`,
      (b) => `/pembinaan/angkatan/${b.openIntakeId}/pendaftar/undangan?untuk=cari&q=Calon`,
    ],
    deeds: [
      { form: (b) => ({ intent: 'revoke', invitationId: b.invitationId }) },
      { form: (b) => ({ intent: 'make', 'enterpriseIds[]': b.candidateEnterpriseId }) },
    ],
  },
  '/pembinaan/angkatan/:intakeId/pendaftar/undangan.xlsx': {
    reads: [(b) => `/pembinaan/angkatan/${b.openIntakeId}/pendaftar/undangan.xlsx`],
    deeds: [{ form: (b) => ({ 'enterpriseIds[]': b.candidateEnterpriseId }) }],
    showsNothing: 'codes are made by a form alone',
  },
  '/pembinaan/angkatan/:intakeId/pendaftar/tambah': {
    reads: [(b) => `/pembinaan/angkatan/${b.openIntakeId}/pendaftar/tambah?q=Calon`],
    deeds: [{ form: (b) => ({ 'enterpriseIds[]': b.candidateEnterpriseId, proposedBy: 'Lurah' }) }],
  },
  '/pembinaan/angkatan/:intakeId/pendaftar/:applicationId': {
    reads: [(b) => `/pembinaan/angkatan/${b.openIntakeId}/pendaftar/${b.applicationId}`],
    deeds: [
      { form: () => ({ intent: 'files', files: jpeg() }) },
      { form: () => ({ intent: 'withdraw', reason: 'Sedang panen' }) },
    ],
  },
  '/saya/daftar/:officeCode/:code': {
    as: 'owner',
    reads: [(b) => `/saya/daftar/${b.officeCode}/${b.openIntakeCode}`],
    deeds: [{ form: (b) => ({ applicationId: NEW_ENTRY, enterpriseId: b.printedEnterpriseId }) }],
  },
  '/ikut/:officeCode': { reads: [() => '/ikut/99.99'], showsNothing: PUBLISHED },
  '/ikut/:officeCode/:code': {
    reads: [(b) => `/ikut/${b.officeCode}/tidak-ada`],
    showsNothing: PUBLISHED,
  },
  '/ikut/:officeCode/:code/poster.pdf': {
    reads: [(b) => `/ikut/${b.officeCode}/tidak-ada/poster.pdf`],
    showsNothing: PUBLISHED,
  },
  '/ikut/:officeCode/:code/undangan': {
    reads: [(b) => `/ikut/${b.officeCode}/tidak-ada/undangan`],
    showsNothing: PUBLISHED,
  },
  '/undangan/:code': {
    reads: [() => '/undangan/aaaa-aaaa-aaaa'],
    deeds: [
      { form: () => ({ applicationId: NEW_ENTRY }), changesNothing: 'only the code of an invitation does' },
    ],
    showsNothing: 'an invitation is shown to whoever holds its code, of whatever office',
  },
  '/pembinaan/angkatan/:intakeId/jadwal': {
    reads: [
      (b) => `/pembinaan/angkatan/${b.runIntakeId}/jadwal`,
      (b) => `/pembinaan/angkatan/${b.heldIntakeId}/jadwal`,
    ],
    deeds: [
      { form: () => ({ intent: 'fill' }) },
      { form: (b) => ({ intent: 'add', ...sessionForm(b), sessionId: NEW_ENTRY }) },
      {
        form: (b) => ({ intent: 'change', ...sessionForm(b), sessionId: b.runSessionId, revision: '1' }),
      },
      { form: (b) => ({ intent: 'cancel', sessionId: b.runSessionId }) },
      { form: (b) => ({ intent: 'restore', sessionId: b.runSessionId }) },
      { form: () => ({ intent: 'link', linkId: NEW_ENTRY, trainerName: 'Pelatih baru' }) },
      { form: (b) => ({ intent: 'revoke', linkId: b.trainerLinkId }) },
      { form: () => ({ intent: 'cases', kind: 'other' }) },
    ],
  },
  '/pembinaan/angkatan/:intakeId/jadwal.ics': {
    reads: [(b) => `/pembinaan/angkatan/${b.runIntakeId}/jadwal.ics`],
  },
  '/ikut/:officeCode/:code/jadwal.ics': {
    reads: [(b) => `/ikut/${b.officeCode}/tidak-ada/jadwal.ics`],
    showsNothing: PUBLISHED,
  },
  '/pembinaan/angkatan/:intakeId/hadir/:sessionId': {
    reads: [(b) => `/pembinaan/angkatan/${b.runIntakeId}/hadir/${b.runSessionId}`],
    deeds: [
      {
        form: (b) => ({
          [`state.${b.runParticipantId}`]: 'absent',
          [`shown.${b.runParticipantId}`]: 'excused',
        }),
      },
    ],
  },
  '/pembinaan/angkatan/:intakeId/hadir/:sessionId/pindai': {
    reads: [(b) => `/pembinaan/angkatan/${b.runIntakeId}/hadir/${b.runSessionId}/pindai`],
    deeds: [{ form: (b) => ({ code: b.runOtherParticipantId }) }],
  },
  '/pembinaan/angkatan/:intakeId/kelengkapan': {
    reads: [(b) => `/pembinaan/angkatan/${b.runIntakeId}/kelengkapan`],
    deeds: [
      { form: () => ({ intent: 'upload', kind: 'invoice', files: receipt() }) },
      { form: (b) => ({ intent: 'remove', fileId: b.intakeFileId }) },
      { form: (b) => ({ intent: 'restore', fileId: b.intakeFileId }) },
      {
        form: (b) => ({
          intent: 'settings',
          revision: '1',
          invitationOn: b.today,
          minutesOn: b.today,
          reportOn: b.today,
          headId: b.signatoryId,
          transportPerDay: '75.000',
          material: '0',
          emptyLines: '3',
        }),
      },
    ],
  },
  '/pembinaan/angkatan/:intakeId/kelengkapan/cetak/:file': {
    reads: [
      (b) => `/pembinaan/angkatan/${b.runIntakeId}/kelengkapan/cetak/semua.pdf`,
      (b) => `/pembinaan/angkatan/${b.runIntakeId}/kelengkapan/cetak/undangan.docx`,
    ],
    showsNothing: PACKED,
  },
  '/pembinaan/angkatan/:intakeId/kelengkapan/berkas/:fileId': {
    reads: [(b) => `/pembinaan/angkatan/${b.runIntakeId}/kelengkapan/berkas/${b.intakeFileId}`],
    showsNothing: 'a photograph holds no words',
  },
  '/pembinaan/angkatan/:intakeId/sertifikat': {
    reads: [(b) => `/pembinaan/angkatan/${b.runIntakeId}/sertifikat`],
    deeds: [
      {
        form: (b) => ({
          intent: 'issue',
          percent: '80',
          pattern: '###/BARU',
          issuedOn: b.today,
          participants: b.runParticipantId,
          [`reasons.${b.runParticipantId}`]: 'Ikut susulan',
        }),
      },
      { form: (b) => ({ intent: 'revoke', certificateId: b.certificateId, reason: 'Salah nama' }) },
      {
        form: () => ({ intent: 'ledger', percent: '80' }),
        changesNothing: 'the intake has not come to its last day',
      },
    ],
  },
  '/pembinaan/angkatan/:intakeId/sertifikat.pdf': {
    reads: [(b) => `/pembinaan/angkatan/${b.runIntakeId}/sertifikat.pdf`],
    showsNothing: PACKED,
  },
  '/sertifikat': { nothingOfAnOffice: 'for whoever is shown a certificate' },
  '/sertifikat/:code': {
    reads: [() => '/sertifikat/aaaa-aaaa-aaaa'],
    showsNothing: 'a certificate is shown to whoever holds its code, of whatever office',
  },
  '/pembinaan/kasus': {
    reads: [() => '/pembinaan/kasus', (b) => `/pembinaan/kasus?angkatan=${b.heldIntakeId}`],
  },
  '/pembinaan/kasus/:caseId': {
    reads: [(b) => `/pembinaan/kasus/${b.caseId}`],
    deeds: [
      { form: () => ({ intent: 'step', step: '1', done: 'true', file: jpeg() }) },
      { form: () => ({ intent: 'add-step', name: 'Langkah tambahan' }) },
      { form: () => ({ intent: 'stop', reason: 'Pindah kota' }) },
      { form: () => ({ intent: 'resume' }) },
      { form: (b) => ({ intent: 'finish', number: 'ID33110000123450526', issuedOn: b.today }) },
    ],
  },
  '/pembinaan/angkatan/:intakeId/ubah': {
    reads: [(b) => `/pembinaan/angkatan/${b.plannedIntakeId}/ubah`],
    deeds: [{ form: (b) => ({ ...intakeForm(b, 'Angkatan ganti nama'), revision: '1' }) }],
  },
  '/pembinaan/anggaran': {
    reads: [() => '/pembinaan/anggaran'],
    deeds: [
      {
        form: (b) => ({
          fiscalYear: b.today.slice(0, 4),
          code: '2.17.08',
          name: 'Pengembangan usaha mikro',
          amount: '10 jt',
          effectiveOn: b.today,
          documentNumber: 'DPA/9',
        }),
      },
    ],
  },
  '/pembinaan/anggaran/:budgetLineId': {
    reads: [(b) => `/pembinaan/anggaran/${b.budgetLineId}`],
    deeds: [
      { form: (b) => ({ intent: 'postpone', intakeIds: [b.waitingIntakeId] }) },
      { form: () => ({ intent: 'edit', revision: '1', code: '2.17.09', name: 'Kegiatan lain' }) },
      {
        form: (b) => ({ intent: 'ceiling', amount: '2 M', effectiveOn: b.today, documentNumber: 'DPPA/9' }),
      },
    ],
  },
  '/pembinaan/riwayat': {
    reads: [() => '/pembinaan/riwayat'],
    deeds: [{ form: (b) => ({ batchId: b.batchId }) }],
  },
  '/pembinaan/riwayat/dari-daftar': {
    reads: [(b) => `/pembinaan/riwayat/dari-daftar?sourceListId=${b.sourceListId}`],
    deeds: [{ form: (b) => ({ ...supportForm, title: 'Halal gratis', sourceListId: b.sourceListId }) }],
  },
  '/pembinaan/:programmeId': {
    reads: [(b) => `/pembinaan/${b.programmeId}`],
    deeds: [{ form: () => ({ action: 'end' }), to: (b) => `/pembinaan/${b.idleProgrammeId}` }],
  },
  '/pembinaan/angkatan/:intakeId/peserta': {
    reads: [(b) => `/pembinaan/angkatan/${b.seatIntakeId}/peserta?cari=Kursi`],
    deeds: [
      { form: () => ({ intent: 'greet' }) },
      { form: (b) => ({ intent: 'links', participantId: b.firstSeatId }) },
      { form: (b) => ({ intent: 'answer', participantId: b.firstSeatId, answer: 'confirm' }) },
      { form: (b) => ({ intent: 'leave', participantId: b.secondSeatId, reason: 'Sakit' }) },
      { form: (b) => ({ intent: 'take_back', participantId: b.thirdSeatId, reason: 'Data palsu' }) },
      {
        form: (b) => ({
          intent: 'override',
          overrideId: NEW_ENTRY,
          enterpriseId: b.quietEnterpriseId,
          displacedId: b.fourthSeatId,
          reason: 'Berkasnya tertukar',
        }),
      },
      {
        to: (b) => `/pembinaan/angkatan/${b.openIntakeId}/peserta`,
        form: (b) => ({
          intent: 'direct',
          participantId: NEW_ENTRY,
          enterpriseId: b.candidateEnterpriseId,
          reason: 'Diundang mitra',
        }),
      },
      {
        form: (b) => ({
          intent: 'instead',
          vacated: b.secondSeatId,
          enterpriseId: b.quietEnterpriseId,
          reason: 'Kursi khusus tidak terisi',
        }),
        changesNothing: 'the seat was taken over already',
      },
      { form: () => ({ intent: 'ask_line' }), changesNothing: 'no seat is free' },
    ],
  },
  '/pembinaan/angkatan/:intakeId/peserta.xlsx': {
    reads: [(b) => `/pembinaan/angkatan/${b.seatIntakeId}/peserta.xlsx`],
    showsNothing: PACKED,
  },
  '/pembinaan/pendaftaran/:applicationId': {
    reads: [(b) => `/pembinaan/pendaftaran/${b.ownApplicationId}`],
    showsNothing: 'leads on to the page of the application',
  },
  '/pembinaan/pemilihan/:selectionId/berita-acara': {
    reads: [(b) => `/pembinaan/pemilihan/${b.seatSelectionId}/berita-acara`],
    deeds: [
      { form: (b) => ({ intent: 'signed', minutesId: b.minutesId, file: jpeg() }) },
      {
        form: (b) => ({
          intent: 'make',
          minutesId: NEW_ENTRY,
          number: 'BA/2',
          dated: b.today,
          lead: b.signatoryId,
        }),
      },
    ],
  },
  '/pembinaan/pemilihan/:selectionId/berita-acara/:minutesId.docx': {
    reads: [(b) => `/pembinaan/pemilihan/${b.seatSelectionId}/berita-acara/${b.minutesId}.docx`],
    showsNothing: PACKED,
  },
  '/pembinaan/pemilihan/:selectionId/berita-acara/:minutesId.pdf': {
    reads: [(b) => `/pembinaan/pemilihan/${b.seatSelectionId}/berita-acara/${b.minutesId}.pdf`],
  },
  '/pembinaan/pemilihan/:selectionId/berita-acara/:minutesId/ditandatangani': {
    reads: [(b) => `/pembinaan/pemilihan/${b.seatSelectionId}/berita-acara/${b.minutesId}/ditandatangani`],
    showsNothing: 'a photo',
  },
  '/pembinaan/keberatan': { reads: [() => '/pembinaan/keberatan'] },
  '/pembinaan/keberatan/baru': {
    reads: [(b) => `/pembinaan/keberatan/baru?pendaftaran=${b.askingApplicationId}`],
    deeds: [
      {
        form: (b) => ({
          appealId: '01970f2e-5a00-7000-8000-00000000a9b1',
          applicationId: b.waitingApplicationId,
          question: 'Mengapa?',
        }),
      },
    ],
  },
  '/pembinaan/keberatan/:appealId': {
    reads: [(b) => `/pembinaan/keberatan/${b.appealId}`],
    deeds: [{ form: () => ({ answer: 'Nilainya di bawah.', decision: 'rejected' }) }],
  },
  '/kursi/:code': {
    reads: [() => '/kursi/aaaa-aaaa-aaaa-aaaa'],
    deeds: [{ form: () => ({ answer: 'confirm' }), changesNothing: 'only the code of an offer does' }],
    showsNothing: 'an offer is shown to whoever holds its code, of whatever office',
  },
  '/saya/pendaftaran': { as: 'owner', reads: [() => '/saya/pendaftaran'] },
  '/saya/pendaftaran/:applicationId': {
    as: 'owner',
    reads: [(b) => `/saya/pendaftaran/${b.ownApplicationId}`],
    deeds: [
      { form: (b) => ({ intent: 'answer', participantId: b.ownSeatId, answer: 'confirm' }) },
      { form: (b) => ({ intent: 'leave', participantId: b.ownSeatId, reason: 'Sakit' }) },
      {
        form: () => ({
          intent: 'ask',
          appealId: '01970f2e-5a00-7000-8000-00000000a9b2',
          question: 'Boleh ikut lagi?',
        }),
      },
      { form: () => ({ intent: 'withdraw_ask', appealId: '01970f2e-5a00-7000-8000-00000000a9b2' }) },
      { form: () => ({ intent: 'withdraw', reason: 'Sedang panen' }) },
    ],
  },
  '/pembinaan/angkatan/:intakeId/pemilihan': {
    reads: [(b) => `/pembinaan/angkatan/${b.plannedIntakeId}/pemilihan`],
    deeds: [{ form: () => ({ selectionId: NEW_ENTRY }) }],
  },
  '/pembinaan/pemilihan/:selectionId': {
    reads: [
      (b) => `/pembinaan/pemilihan/${b.draftSelectionId}`,
      (b) => `/pembinaan/pemilihan/${b.readySelectionId}`,
      (b) => `/pembinaan/pemilihan/${b.decidedSelectionId}`,
    ],
    deeds: [
      { form: () => ({ ...selectionForm, intent: 'save', revision: '2' }) },
      { form: () => ({ ...selectionForm, intent: 'try', revision: '3' }) },
      { form: () => ({ intent: 'lock', revision: '4' }) },
      {
        to: (b) => `/pembinaan/pemilihan/${b.spareSelectionId}`,
        form: () => ({ intent: 'drop', reason: 'Diganti' }),
      },
      { to: (b) => `/pembinaan/pemilihan/${b.readySelectionId}`, form: () => ({ intent: 'run' }) },
    ],
  },
  '/pembinaan/pemilihan/:selectionId/coba': {
    reads: [(b) => `/pembinaan/pemilihan/${b.decidedSelectionId}/coba`],
    deeds: [
      { to: (b) => `/pembinaan/pemilihan/${b.draftSelectionId}/coba`, form: () => ({ intent: 'plain' }) },
      { form: () => ({ intent: 'twenty' }) },
      { form: () => ({ intent: 'change', 'change.moreSeats': '100' }) },
    ],
  },
  '/pembinaan/pemilihan/:selectionId/hasil': {
    reads: [(b) => `/pembinaan/pemilihan/${b.decidedSelectionId}/hasil?angkatan=${b.decidedIntakeId}`],
  },
  '/pembinaan/pemilihan/:selectionId/unduh.xlsx': {
    reads: [(b) => `/pembinaan/pemilihan/${b.decidedSelectionId}/unduh.xlsx`],
    showsNothing: PACKED,
  },
  '/pembinaan/pemilihan/:selectionId/berkas.json': {
    reads: [(b) => `/pembinaan/pemilihan/${b.decidedSelectionId}/berkas.json`],
    showsNothing: 'the file to check names nobody: ids and points only',
  },
  '/ikut/:officeCode/:code/pemilihan': {
    reads: [(b) => `/ikut/${b.officeCode}/tidak-ada/pemilihan`],
    showsNothing: PUBLISHED,
  },
  '/pembinaan/:programmeId/syarat': {
    reads: [(b) => `/pembinaan/${b.programmeId}/syarat`],
    deeds: [{ form: () => ({ intent: 'count' }) }],
  },
  '/pembinaan/:programmeId/syarat/daftar': {
    reads: [(b) => `/pembinaan/${b.programmeId}/syarat/daftar?keadaan=memenuhi`],
    deeds: [{ form: () => ({ standing: '3' }) }],
  },
  '/pembinaan/:programmeId/syarat/daftar.xlsx': {
    reads: [(b) => `/pembinaan/${b.programmeId}/syarat/daftar.xlsx`],
    showsNothing: PACKED,
  },
  '/pembinaan/:programmeId/syarat/ubah': {
    reads: [(b) => `/pembinaan/${b.programmeId}/syarat/ubah`],
    deeds: [
      { form: () => ({ intent: 'choose', ask: 'nib', json: conditions }), changesNothing: 'a draft only' },
      { form: () => ({ intent: 'add', ask: 'nib', json: conditions }), changesNothing: 'a draft only' },
      { form: () => ({ intent: 'remove:0', json: conditions }), changesNothing: 'a draft only' },
      { form: () => ({ intent: 'apply', json: conditions }), changesNothing: 'a draft only' },
      { form: () => ({ intent: 'preview', json: conditions }), changesNothing: 'it only counts' },
      { form: (b) => ({ intent: 'save', json: conditions, effectiveOn: b.today, afterVersion: '1' }) },
    ],
  },
  '/pembinaan/penilaian/:enterpriseId': {
    reads: [(b) => `/pembinaan/penilaian/${b.enterpriseId}`],
    deeds: [
      {
        form: (b) => ({
          rubricId: EXPORT_RUBRIC,
          assessedOn: b.today,
          'levels.quality': '2',
          'levels.quantity': '2',
          'levels.continuity': '2',
        }),
      },
    ],
  },
  '/usaha/:enterpriseId/syarat': {
    reads: [(b) => `/usaha/${b.enterpriseId}/syarat`],
    deeds: [{ form: (b) => ({ assessmentId: b.assessmentId, reason: 'Salah usaha' }) }],
  },
  '/pembinaan/:programmeId/ubah': {
    reads: [(b) => `/pembinaan/${b.programmeId}/ubah`],
    deeds: [
      {
        form: () => ({
          kind: 'training',
          topic: 'export',
          name: 'Ganti nama',
          stageName: 'Satu',
          revision: '1',
        }),
      },
    ],
  },
  '/pembinaan/:programmeId/angkatan/baru': {
    reads: [(b) => `/pembinaan/${b.programmeId}/angkatan/baru`],
    deeds: [{ form: (b) => intakeForm(b, 'Angkatan tambahan') }],
  },
  '/usaha/:enterpriseId/pembinaan': {
    reads: [(b) => `/usaha/${b.enterpriseId}/pembinaan`],
    deeds: [
      { form: () => ({ intent: 'add', ...supportForm, title: 'Kelas halal' }) },
      { form: (b) => ({ intent: 'withdraw', supportId: b.supportId }) },
    ],
  },
  '/pendataan/peta': {
    reads: [() => '/pendataan/peta'],
    deeds: [
      {
        form: () => ({ file: sheet(), source: 'Bappeda' }),
        changesNothing: 'the file is no GeoJSON',
      },
    ],
  },
  '/pendataan/kuesioner': {
    reads: [() => '/pendataan/kuesioner'],
    deeds: [
      { form: () => ({ intent: 'blocks', blocks: ['finance'] }) },
      { form: () => ({ intent: 'import', file: sheet() }), changesNothing: 'the file is no questionnaire' },
    ],
    showsNothing: 'titles that are the same for every office',
  },
  '/pendataan/kuesioner/:formId/:version': {
    reads: [() => '/pendataan/kuesioner/gawangan_core_blok/1'],
    showsNothing: 'questions that are the same for every office',
  },
  '/pendataan/kuesioner/:formId/:version/unduh.xlsx': {
    reads: [() => '/pendataan/kuesioner/gawangan_core_blok/1/unduh.xlsx'],
    showsNothing: PACKED,
  },
  '/periksa-tugas': { nothingOfAnOffice: 'for people at their doors' },
  '/periksa-tugas/:code': {
    reads: [() => '/periksa-tugas/aaaa-aaaa-aaaa'],
    showsNothing: 'a letter is shown to whoever holds its code, of whatever office',
  },
  '/pendataan/hp': {
    reads: [() => '/pendataan/hp'],
    deeds: [
      { form: (b) => ({ phoneId: b.fieldPhoneId, userId: b.fieldUserId }) },
      { form: (b) => ({ intent: 'revoke', phoneId: b.fieldPhoneId }) },
      { form: () => ({ intent: 'rotate' }) },
    ],
  },
  '/pendataan/hp/sambung': { nothingOfAnOffice: 'addresses of the machine, the same for all offices' },
  '/pendataan/karantina': {
    reads: [() => '/pendataan/karantina'],
    deeds: [
      { form: (b) => ({ envelopeId: b.waitingEnvelopeId, decision: 'release' }) },
      {
        form: (b) => ({
          envelopeId: b.otherWaitingEnvelopeId,
          decision: 'set_aside',
          [`note.${b.otherWaitingEnvelopeId}`]: 'Dikarang',
        }),
      },
    ],
  },
  '/pendataan/terima-berkas': {
    reads: [() => '/pendataan/terima-berkas'],
    deeds: [{ form: (b) => ({ file: outbox(b) }) }],
    showsNothing: 'an empty form',
  },
  '/pendataan/terima-berkas/tanda-terima': {
    reads: [() => '/pendataan/terima-berkas/tanda-terima'],
    deeds: [{ form: (b) => ({ phoneId: b.fieldPhoneId, ids: b.submissionId }) }],
    showsNothing: 'it leads back to the form',
  },
  '/pendataan/foto/:photoId': {
    reads: [(b) => `/pendataan/foto/${b.fieldPhotoId}`],
    showsNothing: 'a picture',
  },
  '/sapa': { reads: [() => '/sapa', () => `/sapa?setelah=${AFTER_ALL}`] },
  '/sapa/baru': {
    reads: [(b) => `/sapa/baru?sejak=all&kelurahan=${b.villageCode}`],
    deeds: [
      {
        form: () => ({
          title: 'Undangan',
          purpose: 'programme',
          message: 'Halo {nama}',
          formId: '01970f2e-5a00-7000-8000-000000000007',
        }),
      },
    ],
    showsNothing: 'counts and names of kelurahan',
  },
  '/sapa/belum': {
    reads: [() => '/sapa/belum', (b) => `/sapa/belum?sejak=all&kelurahan=${b.villageCode}`],
    showsNothing: 'counts and names of kelurahan',
  },
  '/sapa/rencana': {
    reads: [() => '/sapa/rencana?anggaran=1000000'],
    showsNothing: 'sums that name nobody',
  },
  '/sapa/izin/:enterpriseId': {
    reads: [(b) => `/sapa/izin/${b.greetedEnterpriseId}`],
    deeds: [
      {
        form: () => ({
          intent: 'consent',
          channel: 'whatsapp',
          purpose: 'promotion',
          answer: 'given',
          proof: 'form',
          saidOn: '2026-01-05',
        }),
      },
      { form: () => ({ intent: 'log', logChannel: 'phone', logPurpose: 'service', result: 'met' }) },
      { form: () => ({ intent: 'stop' }) },
      { form: () => ({ intent: 'resume' }) },
      {
        to: (b) => `/sapa/izin/${b.wrongAddressEnterpriseId}`,
        form: () => ({ intent: 'trust_address' }),
      },
    ],
  },
  '/sapa/:outreachId': {
    reads: [(b) => `/sapa/${b.outreachId}`, (b) => `/sapa/${b.outreachId}?surel=${b.sentMailId}`],
    deeds: [
      { form: () => ({ intent: 'replies' }) },
      { form: () => ({ intent: 'mail' }) },
      { form: () => ({ intent: 'reword', title: 'Diubah', message: 'Halo {nama}' }) },
      { form: (b) => ({ intent: 'address_refused', messageId: b.sentMailId }) },
      { form: (b) => ({ intent: 'handed', villageCode: b.villageCode }) },
      { form: (b) => ({ intent: 'doubt_sent', sendId: b.doubtfulSendId }) },
      { to: (b) => `/sapa/${b.spareOutreachId}`, form: () => ({ intent: 'close' }) },
      { to: (b) => `/sapa/${b.spareOutreachId}`, form: () => ({ intent: 'reopen' }) },
      {
        form: () => ({
          intent: 'send',
          templateName: 'kelas',
          templateLanguage: 'id',
          templateCategory: 'utility',
        }),
        changesNothing: 'no number is set up with the provider',
      },
      { form: () => ({ intent: 'pause' }), changesNothing: 'it was never started' },
      { form: () => ({ intent: 'resume' }), changesNothing: 'it was never started' },
      {
        form: (b) => ({ intent: 'doubt_again', sendId: b.doubtfulSendId }),
        changesNothing: 'it was decided on already',
      },
    ],
  },
  '/berhenti/:code': {
    reads: [() => `/berhenti/33.75.${'A'.repeat(43)}`],
    deeds: [{ form: () => ({}), changesNothing: 'nobody was sent this code' }],
    showsNothing: 'whose mails are to stop is shown to whoever was sent the code',
  },
  '/sapa/:outreachId/antrean': {
    reads: [(b) => `/sapa/${b.outreachId}/antrean`],
    deeds: [
      { form: (b) => ({ recipientId: b.chatRecipientId, outcome: 'skipped' }) },
      { form: () => ({ intent: 'undo' }) },
    ],
  },
  '/sapa/:outreachId/buka': {
    reads: [(b) => `/sapa/${b.outreachId}/buka`],
    deeds: [{ form: (b) => ({ recipientId: b.chatRecipientId }) }],
    showsNothing: 'the chat is opened by a form only',
  },
  '/sapa/:outreachId/kunjungan': {
    reads: [(b) => `/sapa/${b.outreachId}/kunjungan`],
    deeds: [{ form: (b) => ({ recipientId: b.visitRecipientId, outcome: 'met' }) }],
  },
  '/sapa/:outreachId/kunjungan.xlsx': {
    reads: [(b) => `/sapa/${b.outreachId}/kunjungan.xlsx`],
    showsNothing: PACKED,
  },
  '/sapa/:outreachId/surat.pdf': {
    reads: [(b) => `/sapa/${b.outreachId}/surat.pdf`],
    showsNothing: 'a PDF is packed',
  },
  '/pembinaan/kabar': { reads: [() => '/pembinaan/kabar'] },
  '/pembinaan/kabar/:askId': {
    reads: [(b) => `/pembinaan/kabar/${b.toldAskId}`],
    deeds: [
      {
        to: (b) => `/pembinaan/kabar/${b.silentAskId}`,
        form: () => ({
          intent: 'answer',
          answerId: '01970f2e-5a00-7000-8000-00000000a0c1',
          'answers.running': 'paused',
        }),
      },
      { form: () => ({ intent: 'link' }) },
    ],
  },
  '/pembinaan/angkatan/:intakeId/kabar': {
    reads: [(b) => `/pembinaan/angkatan/${b.askedIntakeId}/kabar?bulan=3`],
    deeds: [{ form: () => ({ months: '3' }) }],
  },
  '/pembinaan/angkatan/:intakeId/kabar.xlsx': {
    reads: [(b) => `/pembinaan/angkatan/${b.askedIntakeId}/kabar.xlsx`],
    showsNothing: PACKED,
  },
  '/pembinaan/angkatan/:intakeId/kabar/tautan.xlsx': {
    reads: [(b) => `/pembinaan/angkatan/${b.askedIntakeId}/kabar/tautan.xlsx`],
    deeds: [{ form: () => ({ months: '3' }) }],
    showsNothing: 'links are handed out by a form only',
  },
  '/kabar/:code': {
    reads: [() => '/kabar/aaaa-aaaa-aaaa-aaaa'],
    deeds: [
      {
        form: () => ({
          intent: 'answer',
          answerId: '01970f2e-5a00-7000-8000-00000000a0c2',
          'answers.running': 'closed',
        }),
        changesNothing: 'nobody was given this code',
      },
    ],
    showsNothing: 'an ask is shown to whoever holds the code of its link, of whatever office',
  },
  '/berkas/:fileId': { reads: [(b) => `/berkas/${b.fileId}`] },
  '/tampilan': { nothingOfAnOffice: own },
  '/masih-di-sini': { nothingOfAnOffice: own },
};
