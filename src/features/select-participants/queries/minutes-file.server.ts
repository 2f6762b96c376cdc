import { paperToDocx } from '#papers/paper-to-docx.server.ts';
import { paperToPdf } from '#papers/paper-to-pdf.server.tsx';
import type { QueryContext } from '#platform/command.server.ts';
import { letterheadOn } from '../../run-office/index.server.ts';
import type { MinutesRow } from '../minutes-store.server.ts';
import { minutesPaper } from '../rules/minutes-paper.ts';

/** A berita acara as it was frozen, under the logo of the letterhead of its day. */
export async function minutesFile(
  { trx, officeCode }: QueryContext,
  { content, number, dated }: Pick<MinutesRow, 'content' | 'number' | 'dated'>,
  as: 'docx' | 'pdf',
): Promise<Buffer> {
  const { logo } = await letterheadOn(trx, officeCode, dated);
  const paper = minutesPaper(content, { number, dated, logo });
  return as === 'docx' ? paperToDocx(paper) : paperToPdf(paper);
}
