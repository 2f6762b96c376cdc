import { defineMessages } from '#kernel/language.ts';
import type { VillageAnswer } from '../rules/village-answers.ts';

/** What is asked of a kelurahan, on screen and on paper. */
export const villageMessages = defineMessages({
  id: {
    title: 'Pertanyaan untuk kelurahan',
    lead: 'Pasangan yang belum bisa dipastikan di kantor. Cetak, tanyakan, lalu tulis jawabannya di sini.',
    back: 'Mungkin ganda',
    print: (p: { village: string }) => `Cetak untuk ${p.village}`,
    unknownVillage: 'Kelurahan belum diketahui',
    count: (p: { count: string }) => `${p.count} pertanyaan`,
    question: 'Apakah ini usaha yang sama?',
    questionOwner: 'Apakah pemiliknya orang yang sama?',
    askedBy: (p: { by: string; day: string }) => `Ditanyakan ${p.by}, ${p.day}`,
    answer: 'Jawaban kelurahan',
    emptyTitle: 'Tidak ada pertanyaan yang menunggu',
    emptyText: 'Pasangan yang Anda jawab “Ragu, tanya desa” berkumpul di sini, menurut kelurahannya.',
    sheetTitle: 'Mohon bantuan memastikan data usaha',
    sheetTo: (p: { village: string }) => `Kepada: Pemerintah Kelurahan/Desa ${p.village}`,
    sheetLead:
      'Beberapa usaha di wilayah Bapak/Ibu tampaknya tercatat dua kali. Mohon beri tanda (✓) pada jawaban yang benar. Lembar ini tidak memuat NIK atau nomor telepon.',
    sheetDay: (p: { day: string }) => `Dicetak ${p.day}`,
    no: 'No.',
    first: 'Tercatat sebagai',
    second: 'Dan sebagai',
    signed: 'Yang memastikan (nama, jabatan, tanda tangan)',
    rtRw: (p: { place: string }) => `RT/RW ${p.place}`,
    nobody: 'Tidak ada pertanyaan untuk wilayah ini.',
  },
  en: {
    title: 'Questions to the village',
    lead: 'Pairs that could not be settled at the office. Print, ask, and write the answer down here.',
    back: 'Possible duplicates',
    print: (p) => `Print for ${p.village}`,
    unknownVillage: 'Village not known yet',
    count: (p) => (p.count === '1' ? '1 question' : `${p.count} questions`),
    question: 'Is this the same enterprise?',
    questionOwner: 'Is the owner the same person?',
    askedBy: (p) => `Asked by ${p.by}, ${p.day}`,
    answer: 'The village says',
    emptyTitle: 'No questions are waiting',
    emptyText: 'Pairs that you answer with “Not sure, ask the village” gather here, by village.',
    sheetTitle: 'Please help us make sure of enterprise records',
    sheetTo: (p) => `To: the administration of ${p.village}`,
    sheetLead:
      'Some enterprises in your area seem to be on record twice. Please tick (✓) what is right. This sheet carries neither NIK nor phone numbers.',
    sheetDay: (p) => `Printed ${p.day}`,
    no: 'No.',
    first: 'On record as',
    second: 'And as',
    signed: 'Confirmed by (name, position, signature)',
    rtRw: (p) => `RT/RW ${p.place}`,
    nobody: 'There are no questions for this area.',
  },
});

export const answerWords = defineMessages<Record<VillageAnswer, string>>({
  id: {
    same: 'Sama',
    different: 'Beda',
    same_owner: 'Pemilik sama, usaha beda',
    family_continues: 'Diteruskan keluarga',
    unknown: 'Tidak tahu',
  },
  en: {
    same: 'Same',
    different: 'Different',
    same_owner: 'Same owner, two businesses',
    family_continues: 'Family carries on',
    unknown: 'Not known',
  },
});
