import type { Form } from '../form.ts';
import { choice } from './in-both.ts';

/** In a band of yearly sales: above `from`, up to and including `to` rupiah; '' is open above. */
const band = (name: string, from: number, to: number | null, id: string, en: string) =>
  choice(name, id, en, to === null ? { from: String(from) } : { from: String(from), to: String(to) });

const million = 1_000_000;
const billion = 1_000_000_000;

/**
 * The lists of the core questionnaire. `verdict` holds the codes of the register's `operation`; `goods` its sectors,
 * batik first. `sales_band` follows PP 7/2021 art. 35 (2, 15 and 50 billion a year), the micro band split where
 * owners think of their business as another size.
 */
export const coreLists: Form['lists'] = {
  verdict: [
    choice('produces', 'Masih, membuat sendiri', 'Yes, makes its own goods'),
    choice('services', 'Masih, usaha jasa', 'Yes, provides services'),
    choice('works_for_others', 'Masih, buruh atau maklun', 'Yes, works for others'),
    choice('trades_only', 'Masih, berdagang saja', 'Yes, only trades'),
    choice('paused', 'Berhenti sementara', 'Paused for now'),
    choice('closed', 'Sudah tutup', 'Closed'),
    choice('moved', 'Pindah', 'Moved away'),
    choice('duplicate', 'Sudah ada di daftar (ganda)', 'Already on the list (duplicate)'),
    choice('never_existed', 'Tidak pernah ada', 'Never existed'),
    choice('not_found', 'Tidak ditemukan', 'Not found'),
    choice('refused', 'Menolak didata', 'Refuses to take part'),
  ],
  goods: [
    choice('batik', 'Batik', 'Batik'),
    choice('craft', 'Kerajinan', 'Craft'),
    choice('fashion', 'Pakaian dan fesyen', 'Clothing and fashion'),
    choice('food', 'Makanan', 'Food'),
    choice('drink', 'Minuman', 'Drinks'),
    choice('accessories', 'Aksesori', 'Accessories'),
    choice('fish', 'Olahan ikan', 'Fish products'),
    choice('service', 'Jasa', 'Services'),
    choice('trade', 'Barang dagangan', 'Goods for resale'),
    choice('farming', 'Hasil tani dan ternak', 'Farm produce'),
    choice('other', 'Lainnya', 'Something else'),
  ],
  whose_phone: [
    choice('own', 'Milik sendiri', 'Their own'),
    choice('family', 'Milik keluarga', 'A family member’s'),
    choice('kader', 'Milik kader', 'The village volunteer’s'),
  ],
  made_by: [
    choice('all_own', 'Semua dibuat sendiri', 'All of it is made here'),
    choice('mostly_own', 'Sebagian besar dibuat sendiri', 'Most of it is made here'),
    choice('mostly_others', 'Sebagian besar dibuat orang lain', 'Most of it is made by others'),
  ],
  sold_where: [
    choice('at_place', 'Di rumah atau tempat usaha', 'At home or the workshop'),
    choice('market', 'Di pasar', 'At a market'),
    choice('shops', 'Titip di toko', 'Through shops'),
    choice('collector', 'Lewat pengepul atau juragan', 'Through a collector or wholesaler'),
    choice('orders', 'Pesanan langsung', 'Direct orders'),
    choice('chat', 'Lewat WhatsApp', 'By WhatsApp'),
    choice('social', 'Lewat media sosial', 'On social media'),
    choice('marketplace', 'Lewat lokapasar (Shopee, Tokopedia, …)', 'On online marketplaces'),
    choice('expo', 'Lewat pameran', 'At expos'),
    choice('export', 'Ke luar negeri', 'Abroad'),
  ],
  asked_whom: [
    choice('owner', 'Pemiliknya', 'The owner'),
    choice('family', 'Keluarganya', 'The family'),
    choice('neighbour', 'Tetangga', 'A neighbour'),
    choice('rt_head', 'Ketua RT atau RW', 'The head of the RT or RW'),
    choice('village', 'Perangkat desa atau kelurahan', 'The village office'),
    choice('kader', 'Kader', 'A village volunteer'),
    choice('nobody', 'Tidak ada yang bisa ditanya', 'Nobody was there to ask'),
  ],
  stop_reason: [
    choice('season', 'Menunggu musim atau pesanan', 'Waiting for the season or for orders'),
    choice('capital', 'Kurang modal', 'Too little capital'),
    choice('market', 'Sepi pembeli', 'Too few buyers'),
    choice('materials', 'Bahan mahal atau sulit', 'Materials are dear or scarce'),
    choice('family', 'Sakit atau urusan keluarga', 'Illness or family matters'),
    choice('other_work', 'Ada pekerjaan lain', 'Other work'),
    choice('other', 'Lainnya', 'Something else'),
  ],
  refusal_reason: [
    choice('busy', 'Sedang sibuk', 'Busy just now'),
    choice('tax', 'Khawatir soal pajak', 'Worried about tax'),
    choice('no_use', 'Sering didata, tidak ada hasilnya', 'Asked often, nothing came of it'),
    choice('privacy', 'Tidak mau datanya dicatat', 'Does not want to be on record'),
    choice('silent', 'Tidak menyebut alasan', 'Gave no reason'),
  ],
  sales_band: [
    band(
      'to_50m',
      0,
      50 * million,
      'Sampai 50 juta (± 4 juta sebulan)',
      'Up to 50 million (about 4 a month)',
    ),
    band(
      'to_150m',
      50 * million,
      150 * million,
      '50–150 juta (± 4–12 juta sebulan)',
      '50–150 million (about 4–12 a month)',
    ),
    band(
      'to_300m',
      150 * million,
      300 * million,
      '150–300 juta (± 12–25 juta sebulan)',
      '150–300 million (about 12–25 a month)',
    ),
    band(
      'to_500m',
      300 * million,
      500 * million,
      '300–500 juta (± 25–40 juta sebulan)',
      '300–500 million (about 25–40 a month)',
    ),
    band('to_1b', 500 * million, billion, '500 juta–1 miliar', '500 million–1 billion'),
    band('to_2b', billion, 2 * billion, '1–2 miliar', '1–2 billion'),
    band('to_15b', 2 * billion, 15 * billion, '2–15 miliar', '2–15 billion'),
    band('to_50b', 15 * billion, 50 * billion, '15–50 miliar', '15–50 billion'),
    band('above_50b', 50 * billion, null, 'Lebih dari 50 miliar', 'More than 50 billion'),
  ],
};
