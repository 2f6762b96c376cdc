type Holder = {
  participantId: string;
  applicationId: string | null;
  status: 'offered' | 'confirmed' | 'declined' | 'silent' | 'left' | 'displaced';
};

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** Long enough that no two of one intake share it, short enough to be read out. */
const shortLength = 8;

/** The short code beneath the QR of an application: the last eight signs of its id. */
export const shortCodeOf = (applicationId: string): string => applicationId.slice(-shortLength);

/**
 * Whose code this is, among those who hold a seat: the QR of an application (an address or its id), or its short code as it is
 * read out, with spaces and capitals as they come. Null where it is nobody's here, or where two would fit.
 */
export function participantOfCode<H extends Holder>(people: readonly H[], code: string): H | null {
  const seated = people.filter(({ status }) => status === 'offered' || status === 'confirmed');
  const text = code.trim().toLowerCase();
  const ids: string[] = text.match(uuid) ?? [];
  const short = text.replace(/[\s-]/g, '');
  const fits =
    ids.length > 0
      ? seated.filter((one) => ids.includes(one.participantId) || ids.includes(one.applicationId ?? ''))
      : seated.filter(
          ({ applicationId, participantId }) =>
            short.length === shortLength && shortCodeOf(applicationId ?? participantId) === short,
        );
  return fits.length === 1 ? (fits[0] ?? null) : null;
}
