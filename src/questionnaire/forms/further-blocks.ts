import type { Form, FormItem, FormText, Group, Question } from '../form.ts';
import { furtherLists } from './further-lists.ts';
import { inBoth } from './in-both.ts';

/** Blocks beyond the core, after the census instrument PL-KUMKM 2022 (blocks III–XIII). */
export const furtherBlockNames = [
  'permits',
  'awards',
  'materials',
  'marketing',
  'workforce',
  'technology',
  'partnership',
  'finance',
  'support',
  'owner_more',
  'remarks',
] as const;
export type FurtherBlockName = (typeof furtherBlockNames)[number];

const selling = "selected('produces services trades_only', ${verdict})";

const yesNo = (name: string, label: FormText, more: Partial<Question> = {}): Question => ({
  kind: 'select_one',
  name,
  list: 'yes_no',
  label,
  ...more,
});
const several = (name: string, list: string, label: FormText, more: Partial<Question> = {}): Question => ({
  kind: 'select_multiple',
  name,
  list,
  label,
  ...more,
});
const amount = (name: string, label: FormText, more: Partial<Question> = {}): Question => ({
  kind: 'money',
  name,
  label,
  states: ['declined'],
  ...more,
});
const people = (name: string, label: FormText): Question => ({
  kind: 'integer',
  name,
  label,
  unit: inBoth('orang', 'people'),
  constraint: '. >= 0 and . <= 9999',
});
const percent = (name: string, label: FormText): Question => ({
  kind: 'integer',
  name,
  label,
  unit: inBoth('persen', 'per cent'),
  constraint: '. >= 0 and . <= 100',
});

const blocks: Readonly<Record<FurtherBlockName, { label: FormText; relevant?: string; items: FormItem[] }>> =
  {
    permits: {
      label: inBoth('Izin dan standar', 'Permits and standards'),
      items: [
        several(
          'permits_held',
          'permits',
          inBoth('Izin dan sertifikat apa yang sudah ada?', 'Which permits and certificates are there?'),
          {
            constraint: "not(selected(., 'none')) or count-selected(.) = 1",
            constraintMessage: inBoth(
              'Bila belum ada, pilih itu saja.',
              'If there is none, choose only that.',
            ),
            states: ['declined'],
          },
        ),
        {
          kind: 'photo',
          name: 'permit_photo',
          label: inBoth('Foto salah satu sertifikatnya', 'Photo of one of the certificates'),
          relevant: "count-selected(${permits_held}) > 0 and not(selected(${permits_held}, 'none'))",
        },
        several(
          'permits_wanted',
          'permits',
          inBoth('Mana yang sedang dibutuhkan?', 'Which ones are needed now?'),
        ),
      ],
    },
    awards: {
      label: inBoth('Penghargaan', 'Awards'),
      items: [
        yesNo('has_awards', inBoth('Pernah mendapat penghargaan usaha?', 'Has the business won awards?')),
        {
          kind: 'repeat',
          name: 'awards',
          label: inBoth('Penghargaan', 'Award'),
          relevant: "${has_awards} = 'yes'",
          items: [
            {
              kind: 'text',
              name: 'award_name',
              label: inBoth('Nama penghargaannya', 'Name of the award'),
              required: true,
            },
            { kind: 'text', name: 'award_giver', label: inBoth('Dari siapa?', 'From whom?') },
            {
              kind: 'integer',
              name: 'award_year',
              label: inBoth('Tahun berapa?', 'In which year?'),
              constraint: ". >= 1950 and . <= number(format-date(today(), '%Y'))",
            },
          ],
        },
      ],
    },
    materials: {
      label: inBoth('Bahan baku', 'Raw materials'),
      relevant: "${verdict} = 'produces'",
      items: [
        {
          kind: 'repeat',
          name: 'materials',
          label: inBoth('Bahan', 'Material'),
          items: [
            {
              kind: 'text',
              name: 'material',
              label: inBoth('Bahan apa?', 'Which material?'),
              required: true,
            },
            {
              kind: 'decimal',
              name: 'material_quantity',
              label: inBoth('Berapa banyak sebulan?', 'How much a month?'),
              constraint: '. >= 0',
            },
            {
              kind: 'text',
              name: 'material_unit',
              label: inBoth(
                'Satuannya? Misalnya kg, meter, lembar.',
                'In which unit? Such as kg, metres, sheets.',
              ),
              relevant: "${material_quantity} != ''",
            },
            amount('material_value', inBoth('Berapa rupiah sebulan?', 'How many rupiah a month?')),
            {
              kind: 'select_one',
              name: 'material_supplier',
              list: 'supplier',
              label: inBoth('Beli dari siapa?', 'Bought from whom?'),
            },
            {
              kind: 'select_one',
              name: 'material_from',
              list: 'area',
              label: inBoth('Asalnya dari mana?', 'Where does it come from?'),
            },
          ],
        },
        { kind: 'calculate', name: 'materials_total', calculation: 'sum(${material_value})' },
        {
          kind: 'note',
          name: 'materials_said',
          label: inBoth(
            'Jumlah bahan sebulan: ${materials_total} rupiah.',
            'Materials a month: ${materials_total} rupiah.',
          ),
          relevant: '${materials_total} > 0',
        },
      ],
    },
    marketing: {
      label: inBoth('Pemasaran', 'Marketing'),
      relevant: selling,
      items: [
        several('buyers', 'buyers', inBoth('Siapa pembelinya?', 'Who are the buyers?')),
        percent(
          'sold_city',
          inBoth(
            'Berapa persen terjual di kabupaten atau kota ini?',
            'What share is sold in this regency or city?',
          ),
        ),
        percent(
          'sold_country',
          inBoth('Berapa persen ke daerah lain di Indonesia?', 'What share elsewhere in Indonesia?'),
        ),
        {
          ...percent('sold_abroad', inBoth('Berapa persen ke luar negeri?', 'What share abroad?')),
          constraint: '. >= 0 and . + coalesce(${sold_city}, 0) + coalesce(${sold_country}, 0) <= 100',
          constraintMessage: inBoth(
            'Ketiganya lebih dari 100 persen. Periksa lagi.',
            'Together they exceed 100 per cent.',
          ),
        },
        percent(
          'sold_online',
          inBoth(
            'Dari semuanya, berapa persen lewat HP atau internet?',
            'Of all, what share by phone or internet?',
          ),
        ),
        {
          kind: 'text',
          name: 'online_address',
          label: inBoth('Nama akun atau alamat tokonya', 'Name of the account or shop'),
          relevant: '${sold_online} > 0',
        },
        { kind: 'text', name: 'brand', label: inBoth('Merek dagangnya, bila ada', 'Its brand, if any') },
      ],
    },
    workforce: {
      label: inBoth('Tenaga kerja', 'Workforce'),
      relevant: selling,
      items: [
        people('paid_female', inBoth('Perempuan yang dibayar?', 'Women who are paid?')),
        people('paid_male', inBoth('Laki-laki yang dibayar?', 'Men who are paid?')),
        {
          kind: 'calculate',
          name: 'unpaid',
          calculation:
            'coalesce(${workers_female}, 0) + coalesce(${workers_male}, 0) - coalesce(${paid_female}, 0) - coalesce(${paid_male}, 0)',
        },
        {
          kind: 'note',
          name: 'paid_too_many',
          label: inBoth(
            'Yang dibayar lebih banyak daripada yang bekerja. Periksa lagi.',
            'More are paid than work here. Please check.',
          ),
          relevant: '${unpaid} < 0',
        },
        people(
          'workers_disability',
          inBoth('Berapa penyandang disabilitas?', 'How many people with disabilities?'),
        ),
        amount('wage_day', inBoth('Upah sehari rata-rata per orang', 'Average wage per person and day'), {
          relevant: 'coalesce(${paid_female}, 0) + coalesce(${paid_male}, 0) > 0',
        }),
        {
          kind: 'integer',
          name: 'days_week',
          label: inBoth('Berapa hari kerja seminggu?', 'How many working days a week?'),
          unit: inBoth('hari', 'days'),
          constraint: '. >= 1 and . <= 7',
        },
        {
          kind: 'integer',
          name: 'hours_day',
          label: inBoth('Berapa jam sehari?', 'How many hours a day?'),
          unit: inBoth('jam', 'hours'),
          constraint: '. >= 1 and . <= 24',
        },
      ],
    },
    technology: {
      label: inBoth('Alat dan teknologi', 'Tools and technology'),
      relevant: selling,
      items: [
        {
          kind: 'select_one',
          name: 'technology',
          list: 'technology',
          label: inBoth('Alat kerjanya seperti apa?', 'What are the tools like?'),
        },
        several('facilities', 'facilities', inBoth('Apa yang dipakai sehari-hari?', 'What is in daily use?')),
        {
          kind: 'decimal',
          name: 'capacity',
          label: inBoth(
            'Paling banyak bisa membuat berapa sebulan?',
            'How much can be made in a month at most?',
          ),
          relevant: "${verdict} = 'produces'",
          constraint: '. >= 0',
        },
        {
          kind: 'text',
          name: 'capacity_unit',
          label: inBoth(
            'Satuannya? Misalnya lembar, kodi, kg.',
            'In which unit? Such as sheets, scores, kg.',
          ),
          relevant: "${capacity} != ''",
        },
      ],
    },
    partnership: {
      label: inBoth('Kemitraan', 'Partnership'),
      relevant: selling,
      items: [
        several(
          'partners',
          'partners',
          inBoth('Bekerja sama dengan siapa?', 'Who does the business work with?'),
        ),
        several(
          'partner_help',
          'partner_help',
          inBoth('Kerja samanya berupa apa?', 'What does the partnership give?'),
          {
            relevant: 'count-selected(${partners}) > 0',
          },
        ),
        {
          kind: 'text',
          name: 'cooperative',
          label: inBoth('Anggota koperasi atau kelompok apa?', 'Member of which cooperative or group?'),
        },
      ],
    },
    finance: {
      label: inBoth('Keuangan', 'Finance'),
      relevant: selling,
      items: [
        {
          kind: 'note',
          name: 'finance_note',
          label: inBoth(
            'Bacakan: “Angkanya cukup kira-kira, bukan untuk pajak, dan boleh tidak dijawab.”',
            'Read aloud: “Rough figures are enough, they are not for tax, and you need not answer.”',
          ),
        },
        {
          kind: 'select_one',
          name: 'records',
          list: 'records',
          label: inBoth('Uang usahanya dicatat?', 'Is the business money written down?'),
        },
        amount(
          'capital',
          inBoth('Modal sekarang, tanpa tanah dan bangunan', 'Capital now, without land and buildings'),
        ),
        amount('expenses_month', inBoth('Pengeluaran usaha sebulan', 'Business expenses a month')),
        several('loans', 'loans', inBoth('Ada pinjaman untuk usaha?', 'Any loans for the business?'), {
          constraint: "not(selected(., 'none')) or count-selected(.) = 1",
          constraintMessage: inBoth('Bila tidak ada, pilih itu saja.', 'If there is none, choose only that.'),
          states: ['declined'],
        }),
        several('payments', 'payments', inBoth('Pembeli bisa membayar dengan apa?', 'How can buyers pay?')),
      ],
    },
    support: {
      label: inBoth('Pelatihan dan bantuan', 'Training and aid'),
      items: [
        yesNo('was_trained', inBoth('Pernah ikut pelatihan usaha?', 'Ever took part in business training?')),
        {
          kind: 'repeat',
          name: 'trainings',
          label: inBoth('Pelatihan', 'Training'),
          relevant: "${was_trained} = 'yes'",
          items: [
            {
              kind: 'text',
              name: 'training',
              label: inBoth('Pelatihan apa?', 'Which training?'),
              required: true,
            },
            {
              kind: 'select_one',
              name: 'training_by',
              list: 'giver',
              label: inBoth('Siapa yang mengadakan?', 'Who held it?'),
            },
            {
              kind: 'integer',
              name: 'training_year',
              label: inBoth('Tahun berapa?', 'In which year?'),
              constraint: ". >= 1980 and . <= number(format-date(today(), '%Y'))",
            },
          ],
        },
        several('aid', 'aid', inBoth('Bantuan apa yang pernah diterima?', 'Which aid was received?')),
        {
          kind: 'select_one',
          name: 'aid_by',
          list: 'giver',
          label: inBoth('Terakhir dari siapa?', 'Most recently from whom?'),
          relevant: 'count-selected(${aid}) > 0',
        },
        several('needs', 'needs', inBoth('Sekarang paling butuh apa?', 'What is needed most now?'), {
          hint: inBoth('Paling banyak tiga.', 'Three at most.'),
          constraint: 'count-selected(.) <= 3',
          constraintMessage: inBoth('Pilih paling banyak tiga.', 'Choose three at most.'),
        }),
      ],
    },
    owner_more: {
      label: inBoth('Tentang pemilik', 'About the owner'),
      items: [
        {
          kind: 'select_one',
          name: 'owner_sex',
          list: 'sex',
          label: inBoth('Pemilik perempuan atau laki-laki?', 'Is the owner a woman or a man?'),
        },
        {
          kind: 'select_one',
          name: 'education',
          list: 'education',
          label: inBoth('Pendidikan terakhir', 'Education'),
          personal: true,
          states: ['declined'],
        },
        yesNo('disability', inBoth('Pemilik penyandang disabilitas?', 'Does the owner have a disability?'), {
          personal: true,
          states: ['declined'],
        }),
        {
          kind: 'text',
          name: 'home_address',
          label: inBoth('Alamat rumah pemilik', 'Home address of the owner'),
          personal: true,
          states: ['declined'],
        },
        yesNo(
          'other_job',
          inBoth('Ada pekerjaan lain selain usaha ini?', 'Any other work besides this business?'),
        ),
      ],
    },
    remarks: {
      label: inBoth('Catatan', 'Remarks'),
      items: [
        {
          kind: 'text',
          name: 'remarks',
          label: inBoth('Hal lain yang perlu diketahui kantor', 'Anything else the office should know'),
          appearance: 'multiline',
          constraint: 'string-length(.) <= 2000',
        },
      ],
    },
  };

/** What an office reads when it switches a block on. */
export function furtherBlockLabel(name: FurtherBlockName): FormText {
  return blocks[name].label;
}

/** A block as a section; asked of those still in business unless it says otherwise. */
export function furtherBlock(name: FurtherBlockName): Group {
  const { label, items, relevant } = blocks[name];
  const inBusiness = "selected('produces services works_for_others trades_only paused', ${verdict})";
  const always = name === 'remarks' ? undefined : inBusiness;
  const asked = relevant ?? always;
  return { kind: 'group', name: `block_${name}`, label, ...(asked ? { relevant: asked } : {}), items };
}

/** The form with the blocks wanted, before its last section: sales are asked last. */
export function withFurtherBlocks(form: Form, names: readonly FurtherBlockName[]): Form {
  const wanted = furtherBlockNames.filter((name) => names.includes(name));
  const sections = wanted.map(furtherBlock);
  const used = new Set(sections.flatMap(({ items }) => listsIn(items)));
  const lists = Object.fromEntries(Object.entries(furtherLists).filter(([list]) => used.has(list)));
  return {
    ...form,
    items: [...form.items.slice(0, -1), ...sections, ...form.items.slice(-1)],
    lists: { ...form.lists, ...lists },
  };
}

function listsIn(items: readonly FormItem[]): string[] {
  return items.flatMap((item) => ('items' in item ? listsIn(item.items) : (item.list ?? [])));
}
