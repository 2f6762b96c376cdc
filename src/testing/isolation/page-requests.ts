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
const EXPORT_RUBRIC = '01980000-0000-7000-8000-00000000e3c1';
const PACKED = 'what a workbook says is packed, its size is not';
const own = 'only what the person signed in has done or chosen themselves';
const door = 'for people who are not signed in';

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
    ],
  },
  '/sapa/:outreachId': {
    reads: [(b) => `/sapa/${b.outreachId}`],
    deeds: [
      { form: () => ({ intent: 'replies' }) },
      { form: () => ({ intent: 'reword', title: 'Diubah', message: 'Halo {nama}' }) },
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
  '/berkas/:fileId': { reads: [(b) => `/berkas/${b.fileId}`] },
  '/tampilan': { nothingOfAnOffice: own },
  '/masih-di-sini': { nothingOfAnOffice: own },
};
