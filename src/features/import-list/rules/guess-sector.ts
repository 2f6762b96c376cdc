import { cleanText } from '#kernel/naming/clean-text.ts';

/** The register's own coarse division; the same words as there. */
export type GuessedSector =
  | 'batik'
  | 'craft'
  | 'fashion'
  | 'food'
  | 'drink'
  | 'accessories'
  | 'fish'
  | 'service'
  | 'trade'
  | 'farming'
  | 'other';

/** Everyday words at the beginning of which a sector is known; the first line that matches wins. */
const beginnings: readonly (readonly [GuessedSector, string])[] = [
  ['batik', 'BATIK CANTING MBATIK PEMBATIK'],
  ['fish', 'IKAN TERASI BANDENG PINDANG UDANG KEPITING NUGGETIKAN FILLET RAJUNGAN CUMI TERI PRESTO ASIN'],
  ['drink', 'MINUMAN JAMU KOPI TEH ESTEH DAWET CENDOL JUS SIRUP WEDANG DEGAN'],
  [
    'food',
    'MAKANAN KULINER KUE ROTI SNACK JAJAN CAMILAN CEMILAN KERIPIK KRIPIK KERUPUK KRUPUK NASI WARUNGMAKAN RUMAHMAKAN KATERING CATERING TAHU TEMPE SATE SOTO BAKSO MIE SEBLAK GORENGAN SAMBAL BUMBU MEGONO APEM SERABI LONTONG PECEL AYAM ANGKRINGAN BOLU DONAT PEMPEK SIOMAY BUBUR RENGGINANG EMPING GULA KECAP',
  ],
  ['accessories', 'AKSESORIS AKSESORI BROS PERHIASAN KALUNG GELANG CINCIN'],
  [
    'fashion',
    'FASHION FESYEN KONVEKSI JAHIT PENJAHIT NJAHIT BORDIR BAJU PAKAIAN BUSANA SARUNG TENUN KERUDUNG JILBAB HIJAB MUKENA SEPATU SANDAL TAS DASTER CELANA GAMIS TEKSTIL',
  ],
  [
    'craft',
    'KERAJINAN KRIYA CRAFT ANYAMAN MEBEL FURNITURE UKIR KAYU BAMBU ROTAN GERABAH SOUVENIR SUVENIR ATBM ECENGGONDOK SAPU LAMPU',
  ],
  [
    'farming',
    'TANI PETANI PERTANIAN TERNAK PETERNAK PETERNAKAN KEBUN SAWAH NELAYAN LELE BIBIT TANAMAN SAYURAN BURUHTANI',
  ],
  [
    'service',
    'JASA BENGKEL SALON CUCI LAUNDRY PIJAT OJEK RENTAL PERSEWAAN SEWA CUKUR TUKANG LAS SERVIS SERVICE FOTOKOPI PERCETAKAN SABLON RIAS KOS',
  ],
  [
    'trade',
    'DAGANG PERDAGANGAN JUAL JUALAN TOKO KELONTONG SEMBAKO WARUNG KIOS PRACANGAN PULSA BAKUL ECERAN GROSIR KONTER',
  ],
];
const sectorOfWord = new Map(
  beginnings.flatMap(([sector, words], rank) =>
    words.split(' ').map((word) => [word, { sector, rank }] as const),
  ),
);

/** A first guess of the sector from everyday words ("jual kerupuk ikan", "KULINER"); null when none is known. */
export function guessSector(words: string): GuessedSector | null {
  let best: { sector: GuessedSector; rank: number } | null = null;
  for (const word of cleanText(words).split(' ')) {
    const known = sectorOfWord.get(word);
    if (known !== undefined && (best === null || known.rank < best.rank)) best = known;
  }
  return best?.sector ?? null;
}
