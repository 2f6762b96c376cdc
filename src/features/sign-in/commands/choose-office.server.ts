import { done, type Outcome, refused } from '#kernel/refusal.ts';
import type { SignedIn } from '#platform/auth/session.server.ts';
import type { Services } from '#platform/services.server.ts';
import { updateActiveOffice } from '../account-store.server.ts';

/** Works on in another office where the person has a role. Refused: `wrong_office`. */
export async function chooseOffice(
  services: Services,
  session: SignedIn,
  officeCode: string,
): Promise<Outcome<void>> {
  if (!session.officeCodes.includes(officeCode)) return refused('wrong_office');
  await updateActiveOffice(services.db, session.sessionId, officeCode);
  return done();
}
