import { z } from 'zod';
import { isOfWholeOffice } from '#kernel/actor.ts';
import { plainDateInWib } from '#kernel/calendar.ts';
import { done, refused } from '#kernel/refusal.ts';
import { defineCommand } from '#platform/command.server.ts';
import { judgeSampleInput, sampleIdInput } from '../input.ts';
import { insertLabel } from '../label-store.server.ts';
import { lockPair } from '../pair-store.server.ts';
import { pairPermissions } from '../permissions.ts';
import { bearsOut } from '../rules/decisions.ts';
import { drawSample as drawPairs } from '../rules/draw-sample.ts';
import { patternOf } from '../rules/evidence.ts';
import { quarterOf } from '../rules/quarter.ts';
import {
  insertSamples,
  listForSample,
  listSamples,
  lockSample,
  updateSample,
} from '../sample-store.server.ts';
import { carryOut } from './carry-out.server.ts';
import { takeBack } from './undo-decision.server.ts';

const permission = pairPermissions['pair.decide'];

/** Draws the pairs by which this quarter's merging is measured; once a quarter. */
export const drawSample = defineCommand({
  name: 'sample.draw',
  permission,
  input: z.object({}),
  async run(context) {
    const { trx, officeCode, now, newId } = context;
    if (!isOfWholeOffice(context)) return refused('forbidden');
    const quarter = quarterOf(plainDateInWib(now.getTime()));
    if ((await listSamples(trx, officeCode, [quarter])).length > 0) return refused('already_done');
    const pairs = await listForSample(trx, officeCode);
    const drawn = drawPairs(
      { merged: pairs.filter(({ merged }) => merged), near: pairs.filter(({ merged }) => !merged) },
      `${officeCode} ${quarter}`,
    );
    if (drawn.length === 0) return refused('wrong_state');
    const samples = drawn.map(({ pairId, probability, stratum, stratumSize }) => ({
      sampleId: newId(),
      pairId,
      probability,
      stratum,
      stratumSize,
    }));
    await insertSamples(trx, officeCode, quarter, samples, now);
    await context.audit({
      action: 'sample.drawn',
      subject: { kind: 'office', id: officeCode },
      details: { quarter, pairs: samples.length },
    });
    return done({ quarter, pairs: samples.length });
  },
});

/**
 * What a person says of a drawn pair, without having been told what became of it. What proves wrong is put right at
 * once: merged ones stand apart again, and one that was overlooked is merged.
 */
export const judgeSample = defineCommand({
  name: 'sample.judge',
  permission,
  input: judgeSampleInput,
  async run(context, { sampleId, decision }) {
    const { trx, officeCode, now, actor, newId } = context;
    const sample = isOfWholeOffice(context) ? await lockSample(trx, officeCode, sampleId) : null;
    const pair = sample && (await lockPair(trx, officeCode, sample.pairId));
    if (!pair) return refused('not_found');
    const { pairId } = pair;
    if (sample.decision === decision && sample.decidedBy === actor.name) return done({ sampleId, pairId });
    if (sample.decision !== null)
      return refused('already_done', {
        details: { by: sample.decidedBy ?? '', decision: sample.decision },
      });
    await updateSample(trx, officeCode, sampleId, { decision, decidedAt: now, decidedBy: actor.name });
    await context.audit({
      action: 'sample.judged',
      subject: { kind: 'pair', id: pairId },
      details: { decision, stratum: sample.stratum },
    });
    const merged = pair.decision === 'same_owner' ? 'same_owner' : 'same';
    const isWronglyMerged = pair.mergeId !== null && decision !== 'unsure' && !bearsOut(decision, merged);
    // A wrong merge of the machine's is a wrong example: it stops.
    const source = isWronglyMerged && pair.decidedById === null ? 'example' : 'sample';
    if (isWronglyMerged) {
      const undone = await takeBack(context, pair);
      if (!undone.ok) return undone;
    }
    const standing = isWronglyMerged ? await lockPair(trx, officeCode, pairId) : pair;
    if (standing && standing.status === 'open' && decision !== 'unsure') {
      const carried = await carryOut(context, standing, { decision, source });
      return carried.ok ? done({ sampleId, pairId }) : carried;
    }
    await insertLabel(trx, officeCode, {
      labelId: newId(),
      pairId,
      decision,
      pattern: patternOf(pair.steps),
      source: 'sample',
      at: now,
      by: actor.name,
      byId: actor.id,
    });
    return done({ sampleId, pairId });
  },
});

/** "Lewati": the pair does not count, and is not asked again. */
export const skipSample = defineCommand({
  name: 'sample.skip',
  permission,
  input: sampleIdInput,
  async run(context, { sampleId }) {
    const { trx, officeCode, now } = context;
    const sample = isOfWholeOffice(context) ? await lockSample(trx, officeCode, sampleId) : null;
    if (!sample) return refused('not_found');
    if (sample.decision !== null || sample.skippedAt !== null) return refused('already_done');
    await updateSample(trx, officeCode, sampleId, { skippedAt: now });
    await context.audit({ action: 'sample.skipped', subject: { kind: 'pair', id: sample.pairId } });
    return done({ sampleId, pairId: sample.pairId });
  },
});
