import { type NumberFormat, numberFormat } from './number-format.ts';
import { RefusedFile } from './spreadsheet-refusal.ts';
import { scanXml, type XmlHandler, xmlAttribute } from './xml-scanner.ts';
import type { ZipArchive } from './zip-archive.ts';

/** A sheet as the workbook lists it, with the part that holds its cells. */
export interface XlsxSheet {
  name: string;
  hidden: boolean;
  part: string;
}

export interface XlsxWorkbook {
  sheets: XlsxSheet[];
  /** Sheets that hold a chart and no cells. */
  sheetsWithoutCells: number;
  date1904: boolean;
  sharedTextPart: string | undefined;
  /** Format by cell style number. */
  formats: NumberFormat[];
}

interface Relation {
  type: string;
  target: string;
}

/** Reads what a workbook says of itself: its sheets in order, where they are, its date system and its formats. */
export async function readXlsxWorkbook(archive: ZipArchive): Promise<XlsxWorkbook> {
  const root = await readRelations(archive, '');
  const main =
    [...root.values()].find((relation) => relation.type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const text = await archive.readText(main);
  if (text === undefined) throw new RefusedFile('damaged-file', { reason: `part ${main} is missing` });
  const relations = await readRelations(archive, main);
  const workbook: XlsxWorkbook = {
    sheets: [],
    sheetsWithoutCells: 0,
    date1904: false,
    sharedTextPart: targetOf(relations, 'sharedStrings'),
    formats: await readFormats(archive, targetOf(relations, 'styles')),
  };
  scanXml(text, main, {
    ...SILENT,
    open(name, attributes) {
      if (name === 'workbookPr')
        workbook.date1904 = /^(1|true)$/.test(xmlAttribute(attributes, 'date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(relationId(attributes));
      if (!relation) throw new RefusedFile('damaged-file', { reason: 'a sheet without its part' });
      if (relation.type !== 'worksheet') workbook.sheetsWithoutCells++;
      else {
        const state = xmlAttribute(attributes, 'state') ?? 'visible';
        workbook.sheets.push({
          name: xmlAttribute(attributes, 'name') ?? '',
          hidden: state !== 'visible',
          part: relation.target,
        });
      }
    },
  });
  return workbook;
}

const SILENT: XmlHandler = { open() {}, close() {}, text() {} };

/** The relation id stands as `r:id`, but the prefix is the writer's choice. */
function relationId(attributes: string): string {
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(attributes)?.[1] ?? '';
}

function targetOf(relations: Map<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((relation) => relation.type === type)?.target;
}

/** Relations of a part by id; targets become full part names. Links to anything outside the file are left out. */
async function readRelations(archive: ZipArchive, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  const text = await archive.readText(name);
  if (text === undefined) return relations;
  scanXml(text, name, {
    ...SILENT,
    open(element, attributes) {
      if (element !== 'Relationship' || xmlAttribute(attributes, 'TargetMode') === 'External') return;
      const type = (xmlAttribute(attributes, 'Type') ?? '').split('/').at(-1) ?? '';
      relations.set(xmlAttribute(attributes, 'Id') ?? '', {
        type,
        target: resolvePart(folder, xmlAttribute(attributes, 'Target') ?? ''),
      });
    },
  });
  return relations;
}

/** `../media/x` seen from `xl/worksheets/` → `xl/media/x`; a name inside the archive, never a path on disk. */
function resolvePart(folder: string, target: string): string {
  const resolved: string[] = [];
  for (const step of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (step === '..') resolved.pop();
    else if (step !== '' && step !== '.') resolved.push(step);
  }
  return resolved.join('/');
}

async function readFormats(archive: ZipArchive, part: string | undefined): Promise<NumberFormat[]> {
  const text = part === undefined ? undefined : await archive.readText(part);
  const formats: NumberFormat[] = [];
  if (text === undefined || part === undefined) return formats;
  const codes = new Map<number, string>();
  let inCellFormats = false;
  scanXml(text, part, {
    ...SILENT,
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      else if (name === 'numFmt')
        codes.set(Number(xmlAttribute(attributes, 'numFmtId')), xmlAttribute(attributes, 'formatCode') ?? '');
      else if (name === 'xf' && inCellFormats) {
        const id = Number(xmlAttribute(attributes, 'numFmtId') ?? 0);
        formats.push(numberFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return formats;
}
