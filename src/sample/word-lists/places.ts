/** Streets and hamlets with plain names that stand in any town (own list). */

const words = (text: string): string[] => text.trim().split(/\s+/);

export const STREETS = words(`
  Melati Mawar Kenanga Progo Cempaka Anggrek Flamboyan Dahlia Teratai Kamboja Seruni Bougenvil Serayu Bengawan Cimanuk
  Citarum Barito Kapuas Musi Asahan Semeru Merbabu Sumbing Sindoro Slamet Kelud Rinjani Bromo Kutilang Cendrawasih Merak
  Perkutut Gelatik Kepodang Nakula Sadewa Bima Arjuna Yudistira Srikandi Kresna Manggis Rambutan Durian Kelengkeng Jambu
  Sawo Salak Mangga Delima Pisang Kartini Diponegoro Sudirman Veteran Pemuda Pelita Truntum Kawung Parang Sekarjagad`);

export const HAMLETS = words(`
  Krajan Karanganyar Sidomulyo Sidodadi Karangsari Kalirejo Sumberejo Wonosari Tegalsari Karangjati Bulusari Kebonsari
  Sendangsari Mulyorejo Sidorejo Rejosari Purwosari Ngadirejo Bendosari Gondang Pagersari Watulumbung Jetis Kauman
  Karangmalang Bulakan Kalipucang Klesem Plumbon Sambong Randusari Jatisari Pandansari Gentan Candi Tlogosari`);

/** 4-digit regency codes near enough that people move from there; the first is the commonest. */
export const NEIGHBOUR_REGENCIES = [
  '3326',
  '3325',
  '3327',
  '3375',
  '3324',
  '3328',
  '3374',
  '3329',
  '3173',
] as const;
