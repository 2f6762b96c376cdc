import { expect, test } from 'vitest';
import { chooseLane, type LaneFacts } from './choose-lane.ts';

const facts: LaneFacts = {
  purpose: 'programme',
  phone: 'usable',
  optedOut: false,
  hasVillage: true,
  gone: false,
  answers: {},
};

test.each<[string, Partial<LaneFacts>, string, string | null]>([
  ['with a mobile number: by chat', {}, 'chat', null],
  ['without one: a letter to the kelurahan', { phone: 'none' }, 'letter', 'no_phone'],
  ['with a wrong one: a visit', { phone: 'wrong' }, 'visit', 'wrong_number'],
  ['without number and place: nobody can', { phone: 'none', hasVillage: false }, 'none', 'no_place'],
  ['who has died is not written to', { gone: true }, 'none', 'gone'],
  ['whose number said stop is not sought otherwise', { optedOut: true }, 'none', 'opted_out'],
  ['nor by letter', { optedOut: true, phone: 'none' }, 'none', 'opted_out'],
  ['who said no to WhatsApp', { answers: { whatsapp: 'withdrawn' } }, 'none', 'withdrawn'],
  ['who said no to letters', { phone: 'none', answers: { letter: 'withdrawn' } }, 'none', 'withdrawn'],
  ['promotion without a yes', { purpose: 'promotion' }, 'none', 'no_consent'],
  ['promotion with a yes', { purpose: 'promotion', answers: { whatsapp: 'given' } }, 'chat', null],
  [
    'promotion by letter needs its own yes',
    { purpose: 'promotion', phone: 'none', answers: { whatsapp: 'given' } },
    'none',
    'no_consent',
  ],
])('%s', (_name, given, lane, reason) => {
  expect(chooseLane({ ...facts, ...given })).toEqual({ lane, reason });
});
