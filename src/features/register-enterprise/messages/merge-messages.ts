import { defineMessages } from '#kernel/language.ts';

export const mergeMessages = defineMessages({
  id: {
    title: 'Gabungan dari',
    lead: 'Data ini dan data berikut tampil sebagai satu. Tidak ada yang dihapus.',
    same: 'usaha yang sama',
    family_continues: 'usaha diteruskan keluarga',
    same_owner: 'pemilik yang sama',
    on: (p: { day: string; by: string }) => `digabung ${p.day} oleh ${p.by}`,
    undo: 'Batalkan penggabungan',
    undoName: (p: { name: string }) => `Batalkan penggabungan dengan ${p.name}`,
    undoMeans:
      'Keduanya kembali terpisah, masing-masing dengan isinya sendiri dan perubahan yang ditujukan kepadanya. Bisa digabung lagi kapan saja.',
    undoYes: 'Ya, pisahkan kembali',
    parted: 'Penggabungan dibatalkan. Kedua data kembali terpisah.',
    mergedSame: (p: { name: string }) => `Digabung dengan data “${p.name}”`,
    mergedFamily: (p: { name: string }) => `Usaha diteruskan keluarga; digabung dengan data “${p.name}”`,
    mergedOwner: (p: { name: string }) => `Pemiliknya orang yang sama dengan “${p.name}”`,
    unmerged: (p: { one: string; other: string }) =>
      `Penggabungan dibatalkan: “${p.one}” dan “${p.other}” kembali terpisah`,
    side: (p: { name: string }) => `data “${p.name}”`,
  },
  en: {
    title: 'Merged from',
    lead: 'This record and the following are shown as one. Nothing was deleted.',
    same: 'the same enterprise',
    family_continues: 'continued by the family',
    same_owner: 'the same owner',
    on: (p) => `merged ${p.day} by ${p.by}`,
    undo: 'Undo the merge',
    undoName: (p) => `Undo the merge with ${p.name}`,
    undoMeans:
      'Both are apart again, each with its own values and the changes that were meant for it. They can be merged again at any time.',
    undoYes: 'Yes, take them apart',
    parted: 'The merge was undone. Both records are apart again.',
    mergedSame: (p) => `Merged with the record “${p.name}”`,
    mergedFamily: (p) => `Continued by the family; merged with the record “${p.name}”`,
    mergedOwner: (p) => `The owner is the same person as “${p.name}”`,
    unmerged: (p) => `Merge undone: “${p.one}” and “${p.other}” are apart again`,
    side: (p) => `record “${p.name}”`,
  },
});
