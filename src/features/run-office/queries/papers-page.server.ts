import { plainDateInWib } from '#kernel/calendar.ts';
import type { QueryContext } from '#platform/command.server.ts';
import { findComingLetterhead, findLetterhead, listSignatories } from '../letterhead-store.server.ts';
import type { SignatoryRow } from '../rules/signatory.ts';
import { cityOn, letterheadOn } from './letterhead-on.server.ts';

export type PapersView = {
  today: string;
  letterhead: {
    isSet: boolean;
    since: string | null;
    /** A letterhead that is set for a later day. */
    nextOn: string | null;
    lines: readonly string[];
    address: string;
    contact: string | null;
    city: string;
    /** Data URL. */
    logo: string | null;
  };
  signatories: SignatoryRow[];
};

/** The letterhead in force today, and all who sign or signed. */
export async function papersPage({ trx, officeCode, now }: QueryContext): Promise<PapersView> {
  const today = plainDateInWib(now.getTime());
  const set = await findLetterhead(trx, officeCode, today);
  const { logo, ...letterhead } = await letterheadOn(trx, officeCode, today);
  return {
    today,
    letterhead: {
      ...letterhead,
      isSet: set !== null,
      since: set?.effectiveOn ?? null,
      nextOn: await findComingLetterhead(trx, officeCode, today),
      city: await cityOn(trx, officeCode, today),
      logo: logo && `data:image/png;base64,${Buffer.from(logo).toString('base64')}`,
    },
    signatories: await listSignatories(trx, officeCode),
  };
}
