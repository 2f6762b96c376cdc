// tsx scripts/learn-default-model.ts <list.csv …>: learns src/likeness/default-model.json from lists with duplicates, as
// `gawangan sample` generates them (invented people). To be run again when the comparisons of enterprises change.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { enterpriseSettings } from '#likeness/enterprise-settings.ts';
import { enterpriseTable } from '#likeness/enterprise-table.ts';
import { linkRecords } from '#linkage/link-records.ts';
import { projectRoot } from '#platform/project-root.ts';

type Row = Record<string, string>;

const [path] = process.argv.slice(2);
if (!path) throw new Error('tsx scripts/learn-default-model.ts <list.csv>');
const { data } = Papa.parse<Row>(readFileSync(path, 'utf8').trim(), { header: true });
const said = (value: string | undefined) => (value ? value : null);
const records = data.map((row) => ({
  id: row.id ?? '',
  ownerId: null,
  ownerName: said(row.name),
  nik: said(row.nik),
  noKk: said(row.no_kk),
  nib: said(row.nib),
  phones: row.phone ? [row.phone] : [],
  birthDate: said(row.birth_date),
  sex: row.sex === 'female' || row.sex === 'male' ? (row.sex as 'female' | 'male') : null,
  village: said(row.village),
  rt: said(row.rt),
  rw: said(row.rw),
  address: said(row.address),
  businessName: said(row.business_name),
  activity: said(row.activity),
  kbli: said(row.kbli),
}));
const { model, expectedMatches } = await linkRecords(enterpriseTable(records, []), enterpriseSettings, {
  mode: 'dedupe',
});
const rounded = JSON.parse(
  JSON.stringify({ ...model, matchesPerRecord: expectedMatches / records.length }, (_, value) =>
    typeof value === 'number' ? Number(value.toPrecision(5)) : value,
  ),
);
writeFileSync(join(projectRoot(), 'src/likeness/default-model.json'), `${JSON.stringify(rounded)}\n`);
