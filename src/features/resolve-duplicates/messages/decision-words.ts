import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import type { Decision } from '../rules/decisions.ts';

/** On the buttons. */
const buttons = defineMessages<Record<Decision, string>>({
  id: {
    same: 'Sama',
    different: 'Beda',
    unsure: 'Ragu, tanya desa',
    same_owner: 'Pemilik sama, usaha beda',
    family_continues: 'Diteruskan keluarga',
  },
  en: {
    same: 'Same',
    different: 'Different',
    unsure: 'Not sure, ask the village',
    same_owner: 'Same owner, two businesses',
    family_continues: 'Family carries on',
  },
});
/** What an answer brings about. */
const effects = defineMessages<Record<Decision, string>>({
  id: {
    same: 'Jadi satu data, bisa dipisahkan lagi',
    different: 'Tetap dua, tidak ditanyakan lagi',
    unsure: 'Masuk daftar pertanyaan kelurahan',
    same_owner: 'Satu pemilik dengan dua usaha',
    family_continues: 'Usaha satu, pemiliknya berganti',
  },
  en: {
    same: 'Become one record; can be taken apart again',
    different: 'Stay two, and are not asked about again',
    unsure: 'Goes on the list of questions to the village',
    same_owner: 'One owner with two businesses',
    family_continues: 'One business, its owner has changed',
  },
});
/** As it stands in lists and is said aloud. */
const said = defineMessages<Record<Decision, string>>({
  id: {
    same: 'sama',
    different: 'beda',
    unsure: 'ditanyakan ke desa',
    same_owner: 'pemilik sama, usaha beda',
    family_continues: 'usaha diteruskan keluarga',
  },
  en: {
    same: 'the same',
    different: 'different',
    unsure: 'asked of the village',
    same_owner: 'same owner, two businesses',
    family_continues: 'business carried on by the family',
  },
});

export const decisionButton = (decision: Decision, locale: Locale) => messagesFor(buttons, locale)[decision];
export const decisionEffect = (decision: Decision, locale: Locale) => messagesFor(effects, locale)[decision];
export const decisionSaid = (decision: Decision, locale: Locale) => messagesFor(said, locale)[decision];
