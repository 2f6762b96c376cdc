import { clusterPairs } from '#linkage/clusters.ts';
import type { Comparer } from '#linkage/compare-pairs.ts';
import { possiblePairs } from '#linkage/draw-strangers.ts';
import { fitRarities } from '#linkage/fit-rarities.ts';
import { type Drawer, type LinkageProgress, type LinkageResult, linkRecords } from '#linkage/link-records.ts';
import { bitsOf, type LinkageModel } from '#linkage/model.ts';
import { planComparisons } from '#linkage/plan.ts';
import { defaultModel } from './default-model.ts';
import type { EnterpriseModel, EnterpriseRecord, EvidenceStep, LinkedPair } from './enterprise-record.ts';
import { enterpriseSettings } from './enterprise-settings.ts';
import { enterpriseTable } from './enterprise-table.ts';
import { asLabels, type JudgedPair } from './judged-pairs.ts';
import { mayBeSamePersonName } from './same-person-name.ts';

export type LinkEnterprisesOptions = {
  /** Parameters kept from an earlier run; else they are learned from the records. */
  model?: EnterpriseModel;
  labels?: readonly JudgedPair[];
  /** Learning goes on until asked to stop; between its steps others have a turn. */
  signal?: AbortSignal;
  onProgress?: (progress: LinkageProgress) => void;
  comparer?: Comparer;
  drawer?: Drawer;
};

export type LinkedEnterprises = {
  /** Pairs that may be one enterprise, or enterprises of one owner that stands twice: probability 0.05 at least. */
  pairs: LinkedPair[];
  /** Plain data, to be kept per office and used again. */
  model: EnterpriseModel;
  comparedPairs: number;
};

/**
 * Which pairs are looked for. `within`: among the records of `left`. `between`: of a list (`left`) and the register
 * (`right`). `joining`: of newcomers (`left`) among themselves and with the register (`right`).
 */
export type LinkScope = 'within' | 'between' | 'joining' | 'all';

const LEAST_PROBABILITY = 0.05;
/** Below this two records are hardly one business. */
const HARDLY = 0.1;
/** Fewer records than this do not teach; what was learned elsewhere is used as it is. */
const ENOUGH_TO_LEARN = 1000;
/** From this probability on pairs are held against each other, so that none chains two enterprises together. */
const JOINED_FROM = 0.95;

/**
 * Links enterprises.
 * @throws the signal's reason when aborted
 */
export async function linkEnterprises(
  left: readonly EnterpriseRecord[],
  right: readonly EnterpriseRecord[],
  scope: LinkScope,
  options: LinkEnterprisesOptions = {},
): Promise<LinkedEnterprises> {
  const table = enterpriseTable(left, right);
  const mode = ({ within: 'dedupe', between: 'link', joining: 'join', all: 'both' } as const)[scope];
  const possible = Math.max(1, possiblePairs(table.count, table.leftCount, mode));
  const given = options.model ?? (table.count < ENOUGH_TO_LEARN ? defaultModel : undefined);
  const plan = planComparisons(table, enterpriseSettings.comparisons);
  const records = scope === 'between' || scope === 'joining' ? left.length : table.count;
  // What was learned elsewhere, for as many records and for values as common as here.
  const fitted = (model: EnterpriseModel): LinkageModel => {
    const prior = Math.min(0.5, Math.max(1e-12, (model.matchesPerRecord * records) / possible));
    const frequencyOf = (column: number) => table.frequencies(plan.expressions[column]!);
    return { ...fitRarities(model, plan, frequencyOf, prior), prior };
  };
  const result = await linkRecords(table, enterpriseSettings, {
    mode,
    keep: KEPT_FROM,
    guess: fitted(defaultModel),
    ...(given ? { model: fitted(given) } : {}),
    ...(options.labels ? { labels: asLabels(plan, options.labels) } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
    ...(options.comparer ? { comparer: options.comparer } : {}),
    ...(options.drawer ? { drawer: options.drawer } : {}),
  });
  const all = [...left, ...right];
  return {
    pairs: judge(result, all, scope === 'between'),
    model: {
      ...(given ?? result.model),
      matchesPerRecord: given?.matchesPerRecord ?? result.expectedMatches / Math.max(1, records),
    },
    comparedPairs: result.comparedPairs,
  };
}

/** That it may be related enterprises is said where it takes away this much, in bits. */
const SAID_FROM = -1;
/** Enterprises of one owner are far less likely to be one; pairs are kept from here to see them. */
const KEPT_FROM = 1e-6;

function judge(
  result: LinkageResult,
  records: readonly EnterpriseRecord[],
  isBetween: boolean,
): LinkedPair[] {
  const { scale, pairs } = result;
  const { held } = clusterPairs(records.length, pairs, {
    threshold: bitsOf(JOINED_FROM),
    weightOf: scale.weightOf,
  });
  const chained = new Set(isBetween ? [] : held.map(({ one, other }) => `${one} ${other}`));
  const found: LinkedPair[] = [];
  for (let at = 0; at < pairs.one.length; at += 1) {
    const [one, other] = [pairs.one[at]!, pairs.other[at]!];
    const { match, related } = scale.chances(one, other);
    const isOneOwner = records[one]!.ownerId !== null && records[one]!.ownerId === records[other]!.ownerId;
    const otherBusiness = isOneOwner ? 0 : (related[0] ?? 0);
    // Where it is hardly the same business, the question is the owner alone, and the owner is one either way.
    const isOwners = match < HARDLY && otherBusiness > match;
    const probability = isOwners ? match + otherBusiness : Math.max(match, otherBusiness);
    if (probability < LEAST_PROBABILITY || (isOneOwner && match < LEAST_PROBABILITY)) continue;
    const { steps, relatedWeight } = scale.waterfall(one, other);
    const evidence = steps.map(
      ({ comparison, level, weight, frequencyWeight, sharedWeight }): EvidenceStep => ({
        comparison,
        level: level === 'else' ? 'different' : level === 'null' ? 'missing' : level,
        weight: Math.round(10 * (weight + frequencyWeight + sharedWeight)) / 10,
      }),
    );
    if (relatedWeight < SAID_FROM)
      evidence.push({
        comparison: 'related',
        level:
          (related[0] ?? 0) >= related.reduce((sum, odds) => sum + odds, 0) / 2
            ? 'other_business'
            : 'household',
        weight: Math.round(10 * relatedWeight) / 10,
      });
    found.push({
      one,
      other,
      weight: bitsOf(Math.min(probability, 1 - 1e-12)),
      probability,
      suggests: match >= otherBusiness ? 'same' : 'same_owner',
      steps: evidence,
      conflict:
        conflictOf(evidence, records[one]!, records[other]!) ??
        (chained.has(`${one} ${other}`) ? 'chain' : null),
    });
  }
  return found;
}

/** Households lend each other's papers: one NIK under another name, or of the other sex, is for a person to judge. */
function conflictOf(
  steps: readonly EvidenceStep[],
  one: EnterpriseRecord,
  other: EnterpriseRecord,
): LinkedPair['conflict'] {
  const level = (comparison: string) =>
    steps.find((step) => step.comparison === comparison)?.level ?? 'missing';
  if (level('nik') !== 'exact') return null;
  const areNamed = one.ownerName !== null && other.ownerName !== null;
  if (areNamed && !mayBeSamePersonName(one.ownerName, other.ownerName)) return 'same_nik_other_name';
  return level('sex') === 'different' ? 'same_nik_other_sex' : null;
}
