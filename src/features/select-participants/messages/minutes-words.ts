import { defineMessages } from '#kernel/language.ts';

/** Words that are frozen into a berita acara. */
export const minutesWords = defineMessages({
  id: {
    way_rank_and_quota: 'peringkat menurut nilai, dengan kursi khusus dan batas yang diumumkan',
    way_optimised: 'susunan dengan jumlah nilai tertinggi di bawah semua aturan yang diumumkan',
    proof_best: 'tidak ada susunan lain yang nilainya lebih tinggi',
    proof_within_gap: 'tidak ada susunan lain yang nilainya lebih tinggi dari 0,05%',
    proof_wide: 'terbukti memenuhi semua aturan',
    by_score: 'menurut nilai',
    by_settled: 'ditetapkan lebih dulu',
    by_fit: 'sesuai sisa kursi dan anggaran',
    by_reserve: (p: { tags: string }) => `kursi khusus ${p.tags}`,
    by_override: 'keputusan kepala',
    by_appeal: 'keberatan diterima',
    by_direct: 'ditunjuk',
    by_waiting_list: 'cadangan',
  },
  en: {
    way_rank_and_quota: 'rank by points, with the seats set aside and limits as published',
    way_optimised: 'the list with the most points under all published rules',
    proof_best: 'no other list has more points',
    proof_within_gap: 'no other list has more than 0.05% more points',
    proof_wide: 'shown to keep all rules',
    by_score: 'by points',
    by_settled: 'settled beforehand',
    by_fit: 'by what was left of seats and money',
    by_reserve: (p) => `seat set aside for ${p.tags}`,
    by_override: 'decision of the head',
    by_appeal: 'appeal upheld',
    by_direct: 'appointed',
    by_waiting_list: 'waiting list',
  },
});
