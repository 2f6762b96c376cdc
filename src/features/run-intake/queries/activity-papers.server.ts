import { buffer } from 'node:stream/consumers';
import pLimit from 'p-limit';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import type { Paper } from '#papers/paper.ts';
import { paperToDocx } from '#papers/paper-to-docx.server.ts';
import { papersToPdf } from '#papers/paper-to-pdf.server.tsx';
import type { QueryContext } from '#platform/command.server.ts';
import { listIntakeFiles } from '../paper-store.server.ts';
import { attendancePaper } from '../rules/attendance-paper.ts';
import { invitationPaper } from '../rules/invitation-paper.ts';
import { minutesPaper } from '../rules/minutes-paper.ts';
import { type PaperKind, paperKinds } from '../rules/paper-settings.ts';
import { receiptsPaper } from '../rules/receipts-paper.ts';
import { type ReportPhoto, reportPaper } from '../rules/report-paper.ts';
import { activityOfIntake, dressOf } from './activity-of-intake.server.ts';

/** How the papers are called in files, in the order of the folder. */
export const paperNames: Record<PaperKind, string> = {
  invitation: 'undangan',
  attendance: 'daftar-hadir',
  receipts: 'tanda-terima',
  minutes: 'berita-acara',
  report: 'laporan',
};

/** One paper with the name of its file, e.g. `2-daftar-hadir-2026-05-06`. */
export type NamedPaper = { kind: PaperKind; name: string; paper: Paper };

const MOST_PHOTOS = 8;
/** Pixels; 80 mm on paper at 300 dpi. */
const PHOTO_SIDE = 1_000;

/** All papers of an intake, or those of one kind; null where there is no such intake within reach. */
export async function activityPapers(
  context: QueryContext,
  intakeId: string,
  kind: PaperKind | null,
): Promise<NamedPaper[] | null> {
  const found = await activityOfIntake(context, intakeId);
  if (!found) return null;
  const { activity, settings } = found;
  const wants = (one: PaperKind) => kind === null || kind === one;
  const dress = (day: string) => dressOf(context, settings, day);
  const papers: NamedPaper[] = [];
  const add = (of: PaperKind, paper: Paper, more = '') =>
    papers.push({ kind: of, name: `${paperKinds.indexOf(of) + 1}-${paperNames[of]}${more}`, paper });
  if (wants('invitation'))
    add('invitation', invitationPaper(activity, settings, await dress(settings.invitationOn)));
  if (wants('attendance'))
    for (const day of activity.days)
      add('attendance', attendancePaper(activity, day, settings, await dress(day.day)), `-${day.day}`);
  if (wants('receipts')) add('receipts', receiptsPaper(activity, settings, await dress(activity.endsOn)));
  if (wants('minutes')) add('minutes', minutesPaper(activity, settings, await dress(settings.minutesOn)));
  if (wants('report')) {
    const photos = await reportPhotos(context, intakeId);
    add('report', reportPaper(activity, settings, await dress(settings.reportOn), photos));
  }
  return papers;
}

/** The first photographs of the activity, no larger than paper can show. */
async function reportPhotos(
  { trx, officeCode, services }: QueryContext,
  intakeId: string,
): Promise<ReportPhoto[]> {
  const files = (await listIntakeFiles(trx, officeCode, intakeId))
    .filter(({ kind, mediaType }) => kind === 'activity_photo' && mediaType === 'image/jpeg')
    .slice(0, MOST_PHOTOS);
  const photos: ReportPhoto[] = [];
  for (const { storageKey, caption } of files) {
    const small = await sharp(await buffer(await services.files.read(storageKey)))
      .resize(PHOTO_SIDE, PHOTO_SIDE, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality: 80 })
      .toBuffer();
    photos.push({ content: new Uint8Array(small), type: 'jpeg', caption });
  }
  return photos;
}

export type PaperFile = { content: Buffer; mediaType: string; name: string };

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Making papers is work of the processor: one bundle at a time leaves the other core to the pages. */
const oneAtATime = pLimit(1);

/** All papers as one PDF, for printing. */
async function asPdf(papers: readonly NamedPaper[], name: string): Promise<PaperFile> {
  const content = await oneAtATime(() =>
    papersToPdf(
      papers.map(({ paper }) => paper),
      name,
    ),
  );
  return { content, mediaType: 'application/pdf', name: `${name}.pdf` };
}

/** One paper as DOCX; several (a sheet for each day) as a ZIP of them. */
async function asWord(papers: readonly NamedPaper[], name: string): Promise<PaperFile> {
  const [first] = papers;
  if (papers.length === 1 && first)
    return { content: await paperToDocx(first.paper), mediaType: wordType, name: `${first.name}.docx` };
  return zipped(await oneAtATime(() => wordFiles(papers)), name);
}

/** Everything at once: each paper as DOCX, and all of them in one PDF. */
async function asBundle(papers: readonly NamedPaper[], name: string): Promise<PaperFile> {
  const files = await oneAtATime(() => wordFiles(papers));
  return zipped([...files, await asPdf(papers, 'semua')], name);
}

async function wordFiles(papers: readonly NamedPaper[]): Promise<PaperFile[]> {
  const files: PaperFile[] = [];
  for (const { name, paper } of papers)
    files.push({ content: await paperToDocx(paper), mediaType: wordType, name: `${name}.docx` });
  return files;
}

async function zipped(files: readonly PaperFile[], name: string): Promise<PaperFile> {
  const zip = new ZipFile();
  for (const { name: entry, content } of files) zip.addBuffer(content, entry);
  zip.end();
  return { content: await buffer(zip.outputStream), mediaType: 'application/zip', name: `${name}.zip` };
}

export type PaperWish = { kind: PaperKind | null; as: 'docx' | 'pdf' | 'zip' };

/** `semua.pdf`, `semua.zip`, `undangan.docx` …; null for other names. */
export function paperWish(file: string): PaperWish | null {
  const [, name, as] = /^([a-z-]+)\.(docx|pdf|zip)$/.exec(file) ?? [];
  const kind = paperKinds.find((one) => paperNames[one] === name) ?? null;
  if ((name !== 'semua' && kind === null) || !as) return null;
  if (name === 'semua' ? as === 'docx' : as === 'zip') return null;
  return { kind, as: as as PaperWish['as'] };
}

/** The file asked for, made outside any transaction. */
export function paperFile(papers: readonly NamedPaper[], { kind, as }: PaperWish): Promise<PaperFile> {
  const name = kind === null ? 'kelengkapan' : paperNames[kind];
  if (as === 'pdf') return asPdf(papers, name);
  return as === 'zip' ? asBundle(papers, name) : asWord(papers, name);
}
