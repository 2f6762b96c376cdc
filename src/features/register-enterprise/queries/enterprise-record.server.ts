import { z } from 'zod';
import { isNik, maskNik } from '#kernel/statutory/nik.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { enterpriseShape } from '../input.ts';
import { type EnterpriseProfile, enterpriseProfile } from './enterprise-profile.server.ts';
import { maskedOwnerRecord, ownerOfEnterpriseShape } from './owner-record.server.ts';

const text = z.string();
const known = text.optional();
const moment = z.iso.datetime();

/** `enterprise` and `premises` have the fields that may be edited, as an edit takes them; the rest is read only. */
export const enterpriseRecordShape = z
  .strictObject({
    enterpriseId: text.meta({
      description: 'The record that stands for the id asked for: another one where that was merged',
    }),
    revision: z.int(),
    enterprise: z.strictObject({
      name: text,
      brand: known,
      activity: known,
      sector: text,
      kbli: known.meta({ description: 'version:code' }),
      legalForm: known,
      nib: z.strictObject({ answer: text, value: known }),
      reportedScale: known,
      startedOn: known,
      operation: known,
    }),
    premises: z.strictObject({
      villageCode: known,
      rt: known,
      rw: known,
      hamlet: known,
      address: known,
      latitude: z.number().optional(),
      longitude: z.number().optional(),
    }),
    standing: text,
    verifiedOn: known,
    operation: text.meta({ description: 'With the findings that only a check in the field gives' }),
    computedScale: known.meta({ description: 'By law, from the newest figures' }),
    kbliTitle: known,
    place: z.array(text).meta({ description: 'Village, district, regency' }),
    owner: ownerOfEnterpriseShape.optional(),
    products: z.array(
      z.strictObject({
        productId: text,
        name: text,
        unit: known,
        price: z.int().optional(),
        monthlyCapacity: z.number().optional(),
      }),
    ),
    figures: z.array(
      z.strictObject({
        figureId: text,
        kind: text,
        year: z.int(),
        amount: z.int(),
        amountUpper: z.int().optional(),
        grade: text,
        sourceKind: text,
        observedOn: text,
      }),
    ),
    evidences: z.array(
      z.strictObject({
        evidenceId: text,
        kind: text,
        number: known,
        issuer: known,
        issuedOn: known,
        expiresOn: known,
        grade: text,
        hasFile: z.boolean(),
      }),
    ),
    groups: z.array(
      z.strictObject({
        groupMembershipId: text,
        groupId: text,
        name: text,
        kind: text,
        joinedOn: known,
        leftOn: known,
      }),
    ),
    sources: z.array(
      z.strictObject({
        sourceListId: text,
        name: text,
        kind: text,
        asOf: text,
        sourceRow: z.int().optional(),
        enterpriseId: text.meta({ description: 'The record that stands there, if merged' }),
      }),
    ),
    history: z
      .array(
        z.strictObject({
          changedAt: moment,
          via: text,
          kind: text,
          changes: z.array(z.strictObject({ field: text, before: known, after: known })),
        }),
      )
      .meta({ description: 'Newest first, at most 100; personal values masked' }),
    merges: z
      .array(z.strictObject({ mergeId: text, of: text, mergedId: text, kind: text, mergedAt: moment }))
      .meta({ description: 'Records that were led to this one: of enterprises, or of its owner' }),
    createdAt: moment,
    updatedAt: moment,
  })
  .meta({ id: 'Enterprise' });

const editableOperations: readonly string[] = enterpriseShape.shape.operation.unwrap().options;

/** A citizen's NPWP is their NIK. */
const maskNpwp = (kind: string, number: string | null) =>
  kind === 'npwp' && number !== null && isNik(number) ? maskNik(number) : number;

function editable({ enterprise: one, premises }: EnterpriseProfile) {
  return {
    enterprise: {
      name: one.name,
      brand: one.brand,
      activity: one.activity,
      sector: one.sector,
      kbli: one.kbliCode && `${one.kbliVersion}:${one.kbliCode}`,
      legalForm: one.legalForm,
      nib: { answer: one.nibAnswer, value: one.nib },
      reportedScale: one.reportedScale,
      startedOn: one.startedOn,
      operation: editableOperations.includes(one.operation) ? one.operation : null,
    },
    premises: {
      villageCode: premises?.villageCode,
      rt: premises?.rt,
      rw: premises?.rw,
      hamlet: premises?.hamlet,
      address: premises?.address,
      latitude: premises?.latitude,
      longitude: premises?.longitude,
    },
  };
}

/** Everything on record of one enterprise for another system, masked; null when it is not there or out of reach. */
export async function enterpriseRecord(context: QueryContext, enterpriseId: string) {
  const profile = await enterpriseProfile(context, enterpriseId);
  if (!profile) return null;
  const { enterprise: one } = profile;
  return {
    enterpriseId: one.enterpriseId,
    revision: one.revision,
    ...editable(profile),
    standing: one.standing,
    verifiedOn: one.verifiedOn,
    operation: one.operation,
    computedScale: one.computedScale,
    kbliTitle: profile.kbliTitle,
    place: profile.place,
    owner: profile.owner && maskedOwnerRecord(profile.owner),
    products: profile.products.map(({ productId, name, unit, price, monthlyCapacity }) => ({
      productId,
      name,
      unit,
      price,
      monthlyCapacity,
    })),
    figures: profile.figures.map(
      ({ figureId, kind, year, amount, amountUpper, grade, sourceKind, observedOn }) => ({
        figureId,
        kind,
        year,
        amount,
        amountUpper,
        grade,
        sourceKind,
        observedOn,
      }),
    ),
    evidences: profile.evidences.map(
      ({ evidenceId, kind, number, issuer, issuedOn, expiresOn, grade, fileId }) => ({
        evidenceId,
        kind,
        number: maskNpwp(kind, number),
        issuer,
        issuedOn,
        expiresOn,
        grade,
        hasFile: fileId !== null,
      }),
    ),
    groups: profile.groups.map(({ groupMembershipId, groupId, name, kind, joinedOn, leftOn }) => ({
      groupMembershipId,
      groupId,
      name,
      kind,
      joinedOn,
      leftOn,
    })),
    sources: profile.sources,
    history: profile.changes.map(({ changedAt, via, kind, changes }) => ({
      changedAt,
      via,
      kind,
      changes: changes.map(({ field, before, after }) => ({
        field,
        before: maskNpwp(field, before),
        after: maskNpwp(field, after),
      })),
    })),
    merges: profile.merges.map(({ mergeId, mergedId, of, kind, mergedAt }) => ({
      mergeId,
      of,
      mergedId,
      kind,
      mergedAt,
    })),
    createdAt: one.createdAt,
    updatedAt: one.updatedAt,
  };
}
