import type { Form, Group, Question } from '../form.ts';
import { coreLists } from './core-lists.ts';
import { inBoth } from './in-both.ts';

/** Asked only where the verdict is one of these. */
const when = (...verdicts: string[]) => `selected('${verdicts.join(' ')}', \${verdict})`;

const inBusiness = ['produces', 'services', 'works_for_others', 'trades_only'];
const selling = ['produces', 'services', 'trades_only'];
const gone = ['closed', 'moved', 'never_existed', 'not_found'];

const opening: Group = {
  kind: 'group',
  name: 'opening',
  label: inBoth('Perkenalan', 'Introduction'),
  items: [
    {
      kind: 'note',
      name: 'not_for_tax',
      label: inBoth(
        'Bacakan: “Kami dari dinas yang mengurus UMKM. Kami mencatat usaha di sini supaya bantuan dan pelatihan sampai kepada yang tepat. Ini bukan untuk pajak. Anda boleh tidak menjawab.”',
        'Read aloud: “We come from the office for small enterprises. We note the businesses here so that help and training reach the right people. This is not for tax. You need not answer.”',
      ),
    },
    {
      kind: 'select_one',
      name: 'verdict',
      list: 'verdict',
      label: inBoth('Masih usaha?', 'Still in business?'),
      required: true,
    },
  ],
};

const person: Group = {
  kind: 'group',
  name: 'person',
  label: inBoth('Pemilik', 'Owner'),
  relevant: when(...inBusiness, 'paused'),
  items: [
    {
      kind: 'acknowledge',
      name: 'consent',
      label: inBoth(
        'Pemilik sudah mendengar untuk apa datanya dipakai dan bersedia didata.',
        'The owner has heard what the data is used for and agrees to take part.',
      ),
      hint: inBoth(
        'Bila tidak bersedia, kembali dan pilih “Menolak didata”.',
        'If not, go back and choose “Refuses to take part”.',
      ),
      required: true,
    },
    {
      kind: 'text',
      name: 'owner_name',
      label: inBoth('Nama pemilik, seperti di KTP', 'Name of the owner, as on the ID card'),
      preload: 'owner_name',
      required: true,
      constraint: 'string-length(.) <= 200',
    },
    {
      kind: 'text',
      name: 'business_name',
      label: inBoth('Nama usahanya', 'Name of the business'),
      hint: inBoth('Bila tidak bernama, kosongkan saja.', 'Leave empty if it has none.'),
      preload: 'business_name',
      constraint: 'string-length(.) <= 200',
    },
    {
      kind: 'nik',
      name: 'nik',
      label: inBoth('NIK pemilik', 'NIK of the owner'),
      hint: inBoth('Lihat KTP-nya bila boleh.', 'Look at the ID card if they allow it.'),
      required: true,
      states: ['not_shown', 'declined'],
    },
    {
      kind: 'phone',
      name: 'phone',
      label: inBoth('Nomor HP atau WhatsApp yang bisa dihubungi', 'Phone or WhatsApp number'),
      preload: 'phone',
      required: true,
      states: ['none_yet', 'declined'],
    },
    {
      kind: 'select_one',
      name: 'whose_phone',
      list: 'whose_phone',
      label: inBoth('Nomor itu milik siapa?', 'Whose number is it?'),
      relevant: "${phone} != ''",
      default: 'own',
      appearance: 'minimal',
    },
  ],
};

const business: Group = {
  kind: 'group',
  name: 'business',
  label: inBoth('Usahanya', 'The business'),
  relevant: when(...inBusiness, 'paused'),
  items: [
    {
      kind: 'select_multiple',
      name: 'goods',
      list: 'goods',
      label: inBoth('Usahanya di bidang apa?', 'What line of business is it?'),
      hint: inBoth('Boleh lebih dari satu.', 'More than one is fine.'),
      relevant: when('produces', 'works_for_others', 'trades_only', 'paused'),
      required: true,
    },
    {
      kind: 'text',
      name: 'main_product',
      label: inBoth('Apa yang utama dibuat, dijual, atau dikerjakan?', 'What mainly is made, sold or done?'),
      hint: inBoth(
        'Misalnya: batik cap, keripik ikan, servis motor.',
        'For example: stamped batik, fish crackers.',
      ),
      preload: 'main_product',
      required: true,
      constraint: 'string-length(.) <= 200',
    },
    {
      kind: 'select_one',
      name: 'made_by',
      list: 'made_by',
      label: inBoth('Siapa yang membuat barangnya?', 'Who makes the goods?'),
      relevant: when('produces'),
      required: true,
    },
    {
      kind: 'text',
      name: 'works_for',
      label: inBoth('Mengerjakan untuk siapa?', 'For whom is the work done?'),
      hint: inBoth('Nama juragan atau usahanya.', 'Name of the wholesaler or business.'),
      relevant: when('works_for_others'),
      states: ['declined'],
    },
    worker('workers_female', 'perempuan', 'women'),
    {
      ...worker('workers_male', 'laki-laki', 'men'),
      // The other number may still be empty.
      constraint: '. >= 0 and . <= 9999 and . + coalesce(${workers_female}, 0) >= 1',
      constraintMessage: inBoth(
        'Paling sedikit satu orang bekerja di sini, pemiliknya sendiri.',
        'At least one person works here: the owner.',
      ),
    },
    {
      kind: 'nib',
      name: 'nib',
      label: inBoth('NIB usaha', 'NIB of the business'),
      hint: inBoth('13 angka, ada di lembar NIB.', '13 digits, on the NIB sheet.'),
      relevant: when(...selling),
      preload: 'nib',
      required: true,
      states: ['none_yet', 'not_shown', 'declined'],
    },
    {
      kind: 'select_multiple',
      name: 'sold_where',
      list: 'sold_where',
      label: inBoth('Dijual di mana saja?', 'Where is it sold?'),
      relevant: when(...selling),
      required: true,
    },
    {
      kind: 'integer',
      name: 'started_year',
      label: inBoth('Mulai usaha tahun berapa?', 'In which year did it begin?'),
      hint: inBoth('Kira-kira saja.', 'Roughly.'),
      relevant: when(...selling),
      constraint: ". >= 1900 and . <= number(format-date(today(), '%Y'))",
      constraintMessage: inBoth(
        'Tahunnya belum wajar. Contoh: 2015.',
        'This year is not plausible. Example: 2015.',
      ),
    },
    {
      kind: 'integer',
      name: 'paused_since',
      label: inBoth('Berhenti sejak tahun berapa?', 'Paused since which year?'),
      relevant: when('paused'),
      required: true,
      constraint: ". >= 1950 and . <= number(format-date(today(), '%Y'))",
    },
    {
      kind: 'select_one',
      name: 'stop_reason',
      list: 'stop_reason',
      label: inBoth('Kenapa berhenti dulu?', 'Why is it paused?'),
      relevant: when('paused'),
      required: true,
      states: ['declined'],
    },
  ],
};

function worker(name: string, id: string, en: string): Question {
  return {
    kind: 'integer',
    name,
    label: inBoth(`Berapa ${id} yang bekerja di sini?`, `How many ${en} work here?`),
    hint: inBoth(
      'Hitung pemilik dan keluarga yang ikut bekerja, dibayar atau tidak.',
      'Count the owner and helping family, paid or not.',
    ),
    unit: inBoth('orang', 'people'),
    relevant: when(...inBusiness),
    required: true,
    constraint: '. >= 0 and . <= 9999',
  };
}

const whereNow: Group = {
  kind: 'group',
  name: 'where_now',
  label: inBoth('Keterangan', 'What was found'),
  relevant: when(...gone, 'duplicate', 'refused'),
  items: [
    {
      kind: 'select_multiple',
      name: 'asked_whom',
      list: 'asked_whom',
      label: inBoth('Tanya kepada siapa?', 'Who was asked?'),
      relevant: when(...gone, 'duplicate'),
      constraint: "not(selected(., 'nobody')) or count-selected(.) = 1",
      constraintMessage: inBoth(
        'Bila tidak ada yang bisa ditanya, pilih itu saja.',
        'If nobody could be asked, choose only that.',
      ),
      required: true,
    },
    {
      kind: 'integer',
      name: 'closed_year',
      label: inBoth('Tutup sejak tahun berapa?', 'Since which year is it closed?'),
      relevant: when('closed'),
      constraint: ". >= 1950 and . <= number(format-date(today(), '%Y'))",
    },
    {
      kind: 'text',
      name: 'moved_to',
      label: inBoth('Pindah ke mana?', 'Where to?'),
      hint: inBoth(
        'Desa atau kelurahan, dan alamat bila tahu. Bila tidak ada yang tahu, tulis “tidak tahu”.',
        'Village, and the address if known. If nobody knows, write “not known”.',
      ),
      relevant: when('moved'),
      required: true,
      personal: true,
    },
    {
      kind: 'text',
      name: 'duplicate_of',
      label: inBoth('Sama dengan usaha yang mana?', 'The same as which business?'),
      hint: inBoth(
        'Nama pemilik atau usaha, seperti di daftar.',
        'Name of owner or business, as on the list.',
      ),
      relevant: when('duplicate'),
      required: true,
    },
    {
      kind: 'select_one',
      name: 'refusal_reason',
      list: 'refusal_reason',
      label: inBoth('Apa alasannya?', 'What was the reason?'),
      hint: inBoth('Tidak perlu membujuk. Ucapkan terima kasih.', 'No need to persuade. Say thank you.'),
      relevant: when('refused'),
      required: true,
    },
  ],
};

const proof: Group = {
  kind: 'group',
  name: 'proof',
  label: inBoth('Tempat dan foto', 'Place and photo'),
  relevant: when(...inBusiness, 'paused', ...gone, 'refused'),
  items: [
    {
      kind: 'text',
      name: 'address',
      label: inBoth('Alamat tempat usaha', 'Address of the business'),
      hint: inBoth('Jalan atau gang, RT dan RW.', 'Street or lane, RT and RW.'),
      relevant: when(...inBusiness, 'paused'),
      preload: 'address',
      constraint: 'string-length(.) <= 500',
    },
    {
      kind: 'geopoint',
      name: 'position',
      label: inBoth('Posisi di sini', 'Position here'),
      hint: inBoth('Berdiri di luar sebentar supaya tepat.', 'Stand outside for a moment for a good fix.'),
    },
    {
      kind: 'photo',
      name: 'photo',
      label: inBoth('Foto tempat usaha atau hasilnya', 'Photo of the place or of what is made'),
      hint: inBoth('Minta izin dulu. Jangan memotret wajah orang.', 'Ask first. Do not photograph faces.'),
      relevant: when(...inBusiness, 'paused', ...gone),
      required: true,
    },
  ],
};

const closing: Group = {
  kind: 'group',
  name: 'closing',
  label: inBoth('Terakhir', 'Last'),
  relevant: when(...selling),
  items: [
    {
      kind: 'select_one',
      name: 'sales_band',
      list: 'sales_band',
      label: inBoth('Kira-kira penjualan setahun berapa?', 'About how much is sold in a year?'),
      hint: inBoth(
        'Cukup kira-kira, dan bukan untuk pajak. Boleh tidak menjawab.',
        'Roughly, and not for tax. They need not answer.',
      ),
      required: true,
      states: ['declined'],
    },
  ],
};

/**
 * The questions of a door-to-door round, about five minutes: what nobody on the register is ever without. Each
 * verdict is asked only what makes sense for it; sales come last, in bands. Names, product, phone and NIB stand
 * there already where the register knows them.
 */
export const coreQuestionnaire: Form = {
  id: 'gawangan_core',
  version: 1,
  title: 'Pendataan inti',
  defaultLanguage: 'id',
  items: [opening, person, business, whereNow, proof, closing],
  lists: coreLists,
};
