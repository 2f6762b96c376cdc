import type { FieldRefusal, Refusal } from '#kernel/refusal.ts';
import type { EvidenceKind } from '../rules/evidence-kinds.ts';
import type { HistoryEntry } from '../rules/record-history.ts';
import type { FormValues } from './form-values.ts';

/** One enterprise as staff see it: personal data only masked. */
export type ProfileView = {
  enterprise: {
    enterpriseId: string;
    name: string;
    brand: string | null;
    activity: string | null;
    sector: string;
    kbliVersion: string | null;
    kbliCode: string | null;
    legalForm: string | null;
    nibAnswer: string;
    nib: string | null;
    reportedScale: string | null;
    computedScale: string | null;
    standing: string;
    verifiedOn: string | null;
    operation: string;
    startedOn: string | null;
  };
  kbliTitle: string | null;
  owner: OwnerView | null;
  premises: {
    villageCode: string | null;
    rt: string | null;
    rw: string | null;
    hamlet: string | null;
    address: string | null;
    latitude: number | null;
    longitude: number | null;
  } | null;
  /** Village, district and regency names, smallest first. */
  place: string[];
  products: {
    productId: string;
    name: string;
    unit: string | null;
    price: number | null;
    monthlyCapacity: number | null;
  }[];
  figures: FigureView[];
  evidences: EvidenceView[];
  groups: GroupView[];
  sources: {
    sourceListId: string;
    name: string;
    asOf: string;
    sourceRow: number | null;
    enterpriseId: string;
  }[];
  changes: HistoryEntry[];
  merges: MergeView[];
};

export type MergeView = {
  mergeId: string;
  mergedId: string;
  name: string;
  kind: string;
  mergedAt: Date;
  mergedBy: string;
};

/** Names of the records that were merged into this one, by which their rows are told apart. */
export const mergedNames = ({ merges }: Pick<ProfileView, 'merges'>): Readonly<Record<string, string>> =>
  Object.fromEntries(merges.map(({ mergedId, name }) => [mergedId, name]));

export type OwnerView = {
  ownerId: string;
  fullName: string;
  sex: string | null;
  ageBand: string | null;
  hasDisabilityAnswer: boolean;
  nikAnswer: string;
  nikMasked: string | null;
  hasNoKk: boolean;
  emailMasked: string | null;
  hasHomeAddress: boolean;
  deceased: boolean;
  phones: { phoneId: string; hint: string; whose: string }[];
  enterprises: { enterpriseId: string; name: string }[];
};

export type FigureView = {
  figureId: string;
  kind: string;
  year: number;
  amount: number;
  amountUpper: number | null;
  grade: string;
  sourceKind: string;
  observedOn: string;
  recordedBy: string | null;
};

export type EvidenceView = {
  evidenceId: string;
  kind: EvidenceKind | string;
  number: string | null;
  issuer: string | null;
  issuedOn: string | null;
  expiresOn: string | null;
  grade: string;
  fileId: string | null;
};

export type GroupView = {
  groupMembershipId: string;
  groupId: string;
  name: string;
  kind: string;
  mentor: string | null;
  joinedOn: string | null;
  leftOn: string | null;
};

/** Personal data shown for a stated reason, this once. */
export type Revealed = {
  nik?: string | null;
  no_kk?: string | null;
  email?: string | null;
  phones?: string[];
  birth_date?: string | null;
  home_address?: string | null;
  disability?: string | null;
};

/** The answer to one of the page's small forms that was declined, or to a reveal. */
export type ProfileReply = { intent: string; typed: FormValues; refusal?: Refusal; revealed?: Revealed };

/** What a small form shows of the reply: only if it was this form that was declined. */
export function replyTo(
  reply: ProfileReply | undefined,
  intent: string,
): { values: FormValues; refusal?: Refusal; errors?: readonly FieldRefusal[] } {
  if (reply?.intent !== intent || !reply.refusal) return { values: {} };
  return { values: reply.typed, refusal: reply.refusal, errors: reply.refusal.fields };
}

export type MayDo = {
  edit: boolean;
  reveal: boolean;
  merge: boolean;
  manageGroups: boolean;
  issueCode: boolean;
};
