import { addDays, type PlainDate } from '#kernel/calendar.ts';

/** Long enough to renew a permit before it ends. */
const SOON_DAYS = 90;

/** Whether a document still holds: `none` has no end, `soon` ends within 90 days, `expired` ended before today. */
export function evidenceExpiry(
  expiresOn: PlainDate | null,
  today: PlainDate,
): 'none' | 'valid' | 'soon' | 'expired' {
  if (expiresOn === null) return 'none';
  if (expiresOn < today) return 'expired';
  return expiresOn <= addDays(today, SOON_DAYS) ? 'soon' : 'valid';
}
