import type { Readable } from 'node:stream';
import type { Actor } from '#kernel/actor.ts';
import { ageBand, plainDateInWib } from '#kernel/calendar.ts';
import { defineMessages, type Locale, messagesFor } from '#kernel/language.ts';
import { maskNik } from '#kernel/statutory/nik.ts';
import { scaleLabel, type UmkmScale } from '#kernel/statutory/scale.ts';
import { read } from '#platform/command.server.ts';
import type { Services } from '#platform/services.server.ts';
import { csvStream } from '#platform/spreadsheet/write-csv.ts';
import { workbookStream } from '#platform/spreadsheet/write-workbook.ts';
import type { Vault } from '#platform/vault/vault.server.ts';
import { type ExportRow, listExportRows } from '../export-store.server.ts';
import { registerPermissions } from '../permissions.ts';
import { wordFor } from '../rules/register-words.ts';
import { type Sector, sectorLabel } from '../rules/sectors.ts';

const BATCH = 2_000;

const titles = defineMessages({
  id: {
    id: 'ID usaha (jangan diubah)',
    name: 'Nama usaha',
    brand: 'Merek',
    owner: 'Nama pemilik',
    nik: 'NIK',
    phone: 'No. HP/WA',
    email: 'Surel',
    sex: 'Jenis kelamin',
    age: 'Kelompok umur',
    birthDate: 'Tanggal lahir',
    activity: 'Kegiatan',
    sector: 'Sektor',
    kbli: 'KBLI 2025',
    nib: 'NIB',
    products: 'Produk',
    village: 'Kelurahan/desa',
    district: 'Kecamatan',
    rt: 'RT',
    rw: 'RW',
    address: 'Alamat usaha',
    standing: 'Status',
    operation: 'Hasil cek',
    reported: 'Skala menurut pemilik',
    computed: 'Skala menurut angka',
    sales: 'Omzet setahun (Rp)',
    salesYear: 'Tahun omzet',
    started: 'Mulai usaha',
    updated: 'Terakhir diubah',
    sheet: 'Data UMKM',
  },
  en: {
    id: 'Enterprise ID (do not change)',
    name: 'Enterprise',
    brand: 'Brand',
    owner: 'Owner',
    nik: 'NIK',
    phone: 'Phone/WA',
    email: 'E-mail',
    sex: 'Sex',
    age: 'Age band',
    birthDate: 'Birth date',
    activity: 'Activity',
    sector: 'Sector',
    kbli: 'KBLI 2025',
    nib: 'NIB',
    products: 'Products',
    village: 'Village',
    district: 'District',
    rt: 'RT',
    rw: 'RW',
    address: 'Business address',
    standing: 'Status',
    operation: 'Check result',
    reported: 'Scale as reported',
    computed: 'Scale by figures',
    sales: 'Yearly sales (Rp)',
    salesYear: 'Year of sales',
    started: 'Started',
    updated: 'Last changed',
    sheet: 'Register',
  },
});

type Column = {
  title: string;
  kind?: 'number';
  of: (row: ExportRow, vault: Vault) => string | number | null;
};

/** The columns of a sheet; identifiers in the clear only when a reason was given (and logged) before. */
function columnsOf(locale: Locale, officeCode: string, unmasked: boolean, today: string): Column[] {
  const t = messagesFor(titles, locale);
  const clear = (
    vault: Vault,
    field: 'nik' | 'phone' | 'email',
    { cipher, ownerId, key }: { cipher: Buffer | null; ownerId: string | null; key: Buffer | null },
  ) =>
    cipher && ownerId && key
      ? vault.decrypt(vault.openPersonKey(officeCode, ownerId, key), field, cipher)
      : null;
  const identifiers: Column[] = unmasked
    ? [
        {
          title: t.nik,
          of: ({ nikCipher: cipher, ownerId, wrappedKey: key }, vault) =>
            clear(vault, 'nik', { cipher, ownerId, key }),
        },
        {
          title: t.phone,
          of: ({ phoneCipher: cipher, phoneOwnerId: ownerId, phoneWrappedKey: key }, vault) =>
            clear(vault, 'phone', { cipher, ownerId, key }),
        },
        {
          title: t.email,
          of: ({ emailCipher: cipher, ownerId, wrappedKey: key }, vault) =>
            clear(vault, 'email', { cipher, ownerId, key }),
        },
        { title: t.birthDate, of: (row) => row.birthDate },
      ]
    : [
        { title: t.nik, of: (row) => row.nikLast4 && maskNik(row.nikLast4) },
        { title: t.phone, of: (row) => row.phoneHint },
        { title: t.email, of: (row) => row.emailHint },
        { title: t.age, of: (row) => row.birthDate && ageBand(row.birthDate, today) },
      ];
  const scale = (value: string | null) => value && scaleLabel(value as UmkmScale, locale);
  return [
    { title: t.id, of: (row) => row.enterpriseId },
    { title: t.name, of: (row) => row.name },
    { title: t.brand, of: (row) => row.brand },
    { title: t.owner, of: (row) => row.ownerName },
    ...identifiers,
    { title: t.sex, of: (row) => row.sex && wordFor('sex', row.sex, locale) },
    { title: t.activity, of: (row) => row.activity },
    { title: t.sector, of: (row) => sectorLabel(row.sector as Sector, locale) },
    { title: t.products, of: (row) => row.products },
    { title: t.kbli, of: (row) => row.kbliCode },
    { title: t.nib, of: (row) => row.nib },
    { title: t.address, of: (row) => row.address },
    { title: t.rt, of: (row) => row.rt },
    { title: t.rw, of: (row) => row.rw },
    { title: t.village, of: (row) => row.villageName },
    { title: t.district, of: (row) => row.districtName },
    { title: t.standing, of: (row) => wordFor('standing', row.standing, locale) },
    { title: t.operation, of: (row) => wordFor('operation', row.operation, locale) },
    { title: t.reported, of: (row) => scale(row.reportedScale) },
    { title: t.computed, of: (row) => scale(row.computedScale) },
    { title: t.sales, kind: 'number', of: (row) => row.sales },
    { title: t.salesYear, kind: 'number', of: (row) => row.salesYear },
    { title: t.started, of: (row) => row.startedOn },
    { title: t.updated, of: (row) => plainDateInWib(row.updatedAt.getTime()) },
  ];
}

export type SheetRequest = {
  services: Services;
  actor: Actor;
  enterpriseIds: readonly string[];
  locale: Locale;
  unmasked: boolean;
};

async function* sheetRows(
  { services, actor, enterpriseIds }: SheetRequest,
  columns: Column[],
): AsyncGenerator<(string | number | null)[]> {
  for (let at = 0; at < enterpriseIds.length; at += BATCH) {
    const batch = await read(
      services,
      actor,
      registerPermissions['enterprise.export'],
      ({ trx, officeCode }) => listExportRows(trx, officeCode, enterpriseIds.slice(at, at + BATCH)),
    );
    if (!batch.ok) throw new Error(batch.refusal.code);
    for (const row of batch.value) yield columns.map((column) => column.of(row, services.vault));
  }
}

/** The sheet as a stream: an Excel workbook whose identifiers stay text, or CSV as Excel set to Indonesian reads it. */
export function registerSheet(request: SheetRequest, kind: 'xlsx' | 'csv'): Readable {
  const { services, actor, locale, unmasked } = request;
  const columns = columnsOf(locale, actor.officeCode, unmasked, plainDateInWib(services.clock().getTime()));
  if (kind === 'csv')
    return csvStream({ titles: columns.map((column) => column.title), rows: sheetRows(request, columns) });
  return workbookStream([
    {
      name: messagesFor(titles, locale).sheet,
      columns: columns.map(({ title, kind: kindOf }) => ({ title, ...(kindOf ? { kind: kindOf } : {}) })),
      rows: sheetRows(request, columns),
    },
  ]);
}
