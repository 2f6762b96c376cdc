import type { PlainDate } from '#kernel/calendar.ts';
import type { Letterhead, Signatory } from '#papers/paper.ts';
import type { Trx } from '#platform/db/connect.server.ts';
import { findAreaName, findLetterhead, listSignatories } from '../letterhead-store.server.ts';
import { cityOfArea } from '../rules/letterhead.ts';
import { type SignatoryDuty, signatoriesOfDay } from '../rules/signatory.ts';
import { findOffice } from '../store.server.ts';

/** What heads a paper of that day. Where none is set: the office's name alone. */
export async function letterheadOn(trx: Trx, office: string, day: PlainDate): Promise<Letterhead> {
  const found = await findLetterhead(trx, office, day);
  if (found) {
    const { lines, address, contact, logo } = found;
    return { lines, address, contact, logo: logo && new Uint8Array(logo) };
  }
  const name = (await findOffice(trx, office))?.name ?? '';
  return { lines: [name], address: '', contact: null, logo: null };
}

/** The place written before the date of a paper of that day; the city or regency itself unless set otherwise. */
export async function cityOn(trx: Trx, office: string, day: PlainDate): Promise<string> {
  const found = await findLetterhead(trx, office, day);
  return found?.city ?? cityOfArea((await findAreaName(trx, office)) ?? '');
}

/** Who may sign papers of that day, by duty. */
export async function signatoriesOn(
  trx: Trx,
  office: string,
  day: PlainDate,
): Promise<(Signatory & { signatoryId: string; duty: SignatoryDuty })[]> {
  const rows = signatoriesOfDay(await listSignatories(trx, office), day);
  return rows.map(({ signatoryId, duty, name, rank, nip, position, acting }) => ({
    signatoryId,
    duty,
    name,
    rank,
    nip,
    position,
    acting,
  }));
}
