import type { Proof } from '#features/plan-census/rules/verdicts.ts';
import { defineMessages } from '#kernel/language.ts';

/** What would prove a verdict, as a task for whoever stands at the door. */
export const proofMessages = defineMessages({
  id: {
    photo: 'Foto tempat atau hasil usahanya',
    position: 'Posisi di tempat usaha',
    note: 'Catatan: apa yang dikatakan orangnya',
    photo_or_note: 'Foto, atau catatan apa yang dikerjakan',
    witness_or_photo: 'Siapa yang memberi tahu, atau foto tempatnya',
    rt_or_two_witnesses: 'Kata Ketua RT, atau dua orang yang tahu',
    second_day_or_rt: 'Datang lagi di hari lain, atau tanya Ketua RT',
    second_day_or_photo_or_position: 'Foto atau posisi tempatnya, atau datang lagi di hari lain',
    moved_to: 'Pindah ke mana',
    duplicate_of: 'Sama dengan usaha yang mana',
    paused_since: 'Berhenti sejak kapan',
    pause_reason: 'Kenapa berhenti',
  } satisfies Record<Proof, string>,
  en: {
    photo: 'A photo of the place or of what is made',
    position: 'The position of the place',
    note: 'A note of what they said',
    photo_or_note: 'A photo, or a note of what is done',
    witness_or_photo: 'Who told you, or a photo of the place',
    rt_or_two_witnesses: 'The word of the RT head, or of two people who know',
    second_day_or_rt: 'Come again on another day, or ask the RT head',
    second_day_or_photo_or_position: 'A photo or position of the place, or another day',
    moved_to: 'Where it moved',
    duplicate_of: 'Which business it is the same as',
    paused_since: 'Since when it stands still',
    pause_reason: 'Why it stands still',
  },
});
