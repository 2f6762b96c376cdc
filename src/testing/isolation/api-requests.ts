import type { FilledOffice } from './filled-office.ts';

export type ApiRequest = {
  /** Path below /api/v1 with ids of the other office wherever it takes one. */
  path: (b: FilledOffice) => string;
  /** The body, likewise. */
  body?: (b: FilledOffice) => unknown;
  /** In place of a body: the content of a file. */
  file?: string;
  /** Why even the office's own program reads no word of its data here. */
  showsNothing?: string;
};

/** Every operation of the API, by its operationId → how a program of one office would ask for what is another's. */
export const apiRequests: Record<string, ApiRequest> = {
  getMe: { path: () => '/me' },
  listEnterprises: { path: (b) => `/enterprises?group=${b.groupId}` },
  getEnterprise: { path: (b) => `/enterprises/${b.enterpriseId}` },
  registerEnterprise: {
    path: () => '/enterprises',
    body: (b) => ({ ownerId: b.ownerId, enterprise: { name: 'Menumpang' } }),
  },
  editEnterprise: {
    path: (b) => `/enterprises/${b.enterpriseId}`,
    body: () => ({ enterprise: { name: 'Diubah program' } }),
  },
  mergeEnterprise: {
    path: (b) => `/enterprises/${b.enterpriseId}/merges`,
    body: (b) => ({ mergedId: b.spareEnterpriseId, kind: 'same' }),
  },
  undoMerge: { path: (b) => `/merges/${b.otherMergeId}/undo`, body: () => ({}) },
  getOwner: { path: (b) => `/owners/${b.ownerId}` },
  editOwner: { path: (b) => `/owners/${b.ownerId}`, body: () => ({ fullName: 'Diubah program' }) },
  revealOwner: {
    path: (b) => `/owners/${b.ownerId}/reveal`,
    body: () => ({ fields: ['nik', 'phones'], reason: 'Memeriksa data' }),
  },
  addProduct: {
    path: (b) => `/enterprises/${b.enterpriseId}/products`,
    body: () => ({ name: 'Sarung goyor' }),
  },
  recordFigure: {
    path: (b) => `/enterprises/${b.enterpriseId}/figures`,
    body: () => ({ kind: 'sales', year: 2023, amount: 1_000_000 }),
  },
  addEvidence: {
    path: (b) => `/enterprises/${b.enterpriseId}/evidences`,
    body: () => ({ kind: 'award', number: 'UPK-7', issuer: 'Dekranasda', grade: 'seen' }),
  },
  addNote: { path: (b) => `/enterprises/${b.enterpriseId}/notes`, body: () => ({ text: 'Pindah kios' }) },
  joinGroup: {
    path: (b) => `/enterprises/${b.enterpriseId}/groups`,
    body: (b) => ({ groupId: b.otherGroupId }),
  },
  bringInList: {
    path: () => '/imports?name=Titipan&kind=other&asOf=2026-01-01',
    file: 'Nama\nMenumpang\n',
  },
  listImports: { path: () => '/imports' },
  getImport: { path: (b) => `/imports/${b.importId}` },
  confirmImportMapping: { path: (b) => `/imports/${b.mappingImportId}/mapping`, body: () => ({}) },
  applyImport: { path: (b) => `/imports/${b.stagedImportId}/apply`, body: () => ({}) },
  cancelImport: { path: (b) => `/imports/${b.typingImportId}/cancel`, body: () => ({}) },
  takeBackImport: { path: (b) => `/imports/${b.importId}/take-back`, body: () => ({}) },
  listCandidatePairs: { path: (b) => `/candidate-pairs?enterprise=${b.pairEnterpriseId}` },
  decideCandidatePair: {
    path: (b) => `/candidate-pairs/${b.pairId}/decision`,
    body: () => ({ decision: 'different' }),
  },
  getEligibility: { path: (b) => `/enterprises/${b.enterpriseId}/eligibility` },
  getProgrammeEligibility: { path: (b) => `/programmes/${b.programmeId}/eligibility` },
  listProgrammes: { path: () => '/programmes' },
  listApplications: { path: (b) => `/intakes/${b.openIntakeId}/applications` },
  apply: {
    path: (b) => `/intakes/${b.openIntakeId}/applications`,
    body: (b) => ({
      applicationId: '01970f2e-5a00-7000-8000-00000000a001',
      enterpriseId: b.candidateEnterpriseId,
    }),
  },
  listIntakes: { path: () => '/intakes' },
  listParticipants: { path: (b) => `/intakes/${b.seatIntakeId}/participants` },
  listOutcomes: { path: (b) => `/intakes/${b.askedIntakeId}/outcomes` },
  listSessions: { path: (b) => `/intakes/${b.runIntakeId}/sessions` },
  listAttendance: { path: (b) => `/intakes/${b.runIntakeId}/attendance` },
  recordAttendance: {
    path: (b) => `/intakes/${b.runIntakeId}/attendance`,
    body: (b) => ({
      marks: [
        {
          markId: '01970f2e-5a00-7000-8000-00000000a002',
          sessionId: b.runSessionId,
          participantId: b.runParticipantId,
          state: 'late',
          markedAt: `${b.today}T01:00:00Z`,
        },
      ],
    }),
  },
  listBudgetLines: { path: () => '/budget-lines' },
  listGroups: { path: () => '/groups' },
  createGroup: { path: () => '/groups', body: () => ({ kind: 'centre', name: 'Sentra program' }) },
  listSources: { path: () => '/sources' },
  listAreas: { path: () => '/areas', showsNothing: 'areas are the same for every office' },
  searchKbli: { path: () => '/kbli?q=batik', showsNothing: 'codes are the same for every office' },
};
