import { systemActor } from '#kernel/actor.ts';
import { newId } from '#kernel/id.ts';
import { defaultModel } from '#likeness/default-model.ts';
import type { EnterpriseModel } from '#likeness/enterprise-record.ts';
import { linkEnterprises } from '#likeness/link-enterprises.ts';
import type { LinkageProgress } from '#linkage/link-records.ts';
import { linkageThreads } from '#linkage/node/compare-in-threads.ts';
import { usualThreads } from '#linkage/node/thread-pool.ts';
import { type CommandContext, inOneTransaction } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { listForLinkage, type RecordForLinkage } from '../../register-enterprise/index.server.ts';
import { listLabels } from '../label-store.server.ts';
import { findModel, keepModel } from '../link-model-store.server.ts';
import { judgedPairs } from '../rules/likeness-labels.ts';
import { isOfToday } from '../rules/likeness-model.ts';
import { type FoundPair, foundPairs } from '../rules/likeness-pairs.ts';
import { inOneEdition } from '../rules/likeness-records.ts';

/** From so many records on there is enough to learn from; fewer are weighed by the parameters that come with the house. */
const ENOUGH_TO_LEARN = 1_000;

export type LinkControl = {
  signal: AbortSignal;
  /** Share of the work that is done, 0 to 1. */
  onProgress?: (share: number) => void;
};

/** Share of the work that is behind us when a step begins, and at its end. */
const shares: Record<LinkageProgress['step'] | 'reading', readonly [number, number]> = {
  reading: [0, 0.3],
  blocking: [0.3, 0.35],
  strangers: [0.35, 0.45],
  comparing: [0.45, 0.85],
  learning: [0.85, 0.95],
  weighing: [0.95, 1],
};

export type Learned = { model: EnterpriseModel; labelsUsed: number };
export type LinkedRecords = { pairs: FoundPair[]; compared: number; learned: Learned | null };

const inOffice = <Value>(
  services: Services,
  officeCode: string,
  work: (context: CommandContext) => Promise<Value>,
) => inOneTransaction(services, systemActor(officeCode, 'Gawangan'), work);

/** The whole register as linkage looks at it: numbers in the clear, in this process's memory only. */
export function readRegister(
  services: Services,
  officeCode: string,
  { signal, onProgress }: LinkControl,
): Promise<RecordForLinkage[]> {
  onProgress?.(shares.reading[0]);
  return inOffice(services, officeCode, (context) => listForLinkage(context, null, signal));
}

/**
 * Links records among each other (`newcomers` null), or newcomers with the register and among themselves. By the
 * parameters the office has learned; where there are none yet, or a whole register is looked at, they are learned from
 * the records and from what people said of pairs.
 */
export async function linkRecords(
  services: Services,
  officeCode: string,
  newcomers: readonly RecordForLinkage[] | null,
  register: readonly RecordForLinkage[],
  { signal, onProgress }: LinkControl,
): Promise<LinkedRecords> {
  const left = newcomers ?? register;
  const right = newcomers === null ? [] : register;
  const { kept, labels } = await inOffice(services, officeCode, async ({ trx }) => ({
    kept: newcomers === null ? undefined : await findModel(trx, officeCode),
    labels: judgedPairs(await listLabels(trx, officeCode)),
  }));
  const model = isOfToday(kept, defaultModel) ? kept : undefined;
  const records = inOneEdition([...left, ...right]);
  const learns = model === undefined && records.length >= ENOUGH_TO_LEARN;
  // Few pairs teach nothing: what is learned is learned from all.
  const scope = newcomers === null ? 'within' : learns ? 'all' : 'joining';
  const threads = linkageThreads({ threads: usualThreads });
  try {
    const linked = await linkEnterprises(records.slice(0, left.length), records.slice(left.length), scope, {
      ...(model === undefined ? {} : { model }),
      labels,
      signal,
      comparer: threads.compare,
      drawer: threads.drawStrangers,
      onProgress: ({ step, done, total }) => {
        const [from, to] = shares[step];
        onProgress?.(from + (total > 0 ? Math.min(1, done / total) : 0) * (to - from));
      },
    });
    return {
      pairs: foundPairs(records, linked.pairs, left.length),
      compared: linked.comparedPairs,
      learned: learns ? { model: linked.model, labelsUsed: labels.length } : null,
    };
  } finally {
    await threads.close();
  }
}

/** Keeps what was learned as the office's parameters. */
export async function keepLearned(
  { trx, officeCode, now }: CommandContext,
  learned: Learned | null,
): Promise<void> {
  if (learned) await keepModel(trx, officeCode, { modelId: newId(), ...learned, at: now });
}

export type LinkedNewcomers = {
  pairs: FoundPair[];
  /** Of every enterprise on the register that stands in a pair. */
  ownerOf: Map<string, string | null>;
};

/** Links records that are on their way into the register with it and among themselves; nothing is written but parameters. */
export async function linkNewcomers(
  services: Services,
  officeCode: string,
  newcomers: readonly RecordForLinkage[],
  control: LinkControl,
): Promise<LinkedNewcomers> {
  const register = await readRegister(services, officeCode, control);
  const { pairs, learned } = await linkRecords(services, officeCode, newcomers, register, control);
  await inOffice(services, officeCode, (context) => keepLearned(context, learned));
  const ends = new Set(pairs.flatMap(({ one, other }) => [one, other]));
  return {
    pairs,
    ownerOf: new Map(register.flatMap(({ id, ownerId }) => (ends.has(id) ? [[id, ownerId]] : []))),
  };
}
