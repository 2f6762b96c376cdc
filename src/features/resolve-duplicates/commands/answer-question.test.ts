import { expect, test } from 'vitest';
import { execute, read } from '#platform/command.server.ts';
import { withOffice } from '#platform/db/connect.server.ts';
import { anActor, anOffice } from '#testing/an-office.ts';
import { freshServices } from '#testing/fresh-services.ts';
import { aCandidatePair } from '../factory.ts';
import { pairPermissions } from '../permissions.ts';
import { villageQuestions } from '../queries/village-questions.server.ts';
import { answerQuestion } from './answer-question.server.ts';
import { decidePair } from './decide-pair.server.ts';

async function anOfficeThatAsked() {
  const services = await freshServices();
  const office = await anOffice(services);
  const officer = anActor(office);
  const { pairId } = await aCandidatePair(services, officer, {
    left: { nik: '3375034507850003', phone: '+6281234567890' },
  });
  await execute(services, officer, decidePair, { pairId, decision: 'unsure' });
  const questions = async (village: string | null = null) => {
    const found = await read(services, officer, pairPermissions['pair.view'], (context) =>
      villageQuestions(context, village),
    );
    return found.ok ? found.value : [];
  };
  const { questionId } = (await questions())[0]!;
  const pairNow = () =>
    withOffice(services.db, office, (trx) =>
      trx
        .selectFrom('candidatePairs')
        .select(['status', 'decision', 'mergeId'])
        .where('pairId', '=', pairId)
        .executeTakeFirstOrThrow(),
    );
  return { services, office, officer, pairId, questionId, questions, pairNow };
}

test('questions are listed by kelurahan', async () => {
  const { questions } = await anOfficeThatAsked();
  expect(await questions('33.75.04.1004')).toMatchObject([{ village: 'Jenggot', kind: 'same_enterprise' }]);
  expect(await questions('33.75.01.1001')).toEqual([]);
});

test('what the kelurahan says decides the pair, and the question is asked no more', async () => {
  const { services, officer, questionId, questions, pairNow } = await anOfficeThatAsked();
  const answered = await execute(services, officer, answerQuestion, { questionId, answer: 'same' });
  expect(answered).toMatchObject({ ok: true });
  expect(await pairNow()).toMatchObject({ status: 'decided', decision: 'same', mergeId: expect.any(String) });
  expect(await questions()).toEqual([]);
  const again = await execute(services, officer, answerQuestion, { questionId, answer: 'different' });
  expect(again).toMatchObject({ ok: false, refusal: { code: 'already_done' } });
});

test('where the kelurahan does not know either, the pair is set aside', async () => {
  const { services, officer, questionId, pairNow } = await anOfficeThatAsked();
  await execute(services, officer, answerQuestion, { questionId, answer: 'unknown' });
  expect(await pairNow()).toEqual({ status: 'set_aside', decision: null, mergeId: null });
});

test('answers are written down by officers of the office that asked', async () => {
  const { services, office, officer, questionId } = await anOfficeThatAsked();
  const elsewhere = anActor(await anOffice(services, '33.25'));
  const input = { questionId, answer: 'same' };
  expect(await execute(services, anActor(office, 'head'), answerQuestion, input)).toMatchObject({
    refusal: { code: 'forbidden' },
  });
  expect(await execute(services, elsewhere, answerQuestion, input)).toMatchObject({
    refusal: { code: 'not_found' },
  });
  expect(await execute(services, officer, answerQuestion, { questionId, answer: 'x' })).toMatchObject({
    refusal: { code: 'invalid_input' },
  });
});
