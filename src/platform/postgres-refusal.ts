import { type Refused, refused } from '#kernel/refusal.ts';

/** PostgreSQL's own refusals (SQLSTATE) as the house's; anything else is a bug and stays an error. */
export function refusalOfPostgres(error: unknown): Refused | null {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const details = typeof constraint === 'string' ? { details: { constraint } } : {};
  switch (code) {
    case '23505': // unique
      return refused('duplicate', details);
    case '23503': // a record referred to does not exist, or is still referred to
    case '23514': // check
    case '22003': // number out of range
    case '22021': // a character that no text holds, such as NUL
      return refused('invalid_input', details);
    case '40001': // serialization
    case '40P01': // deadlock
    case '55P03': // lock not available
      return refused('locked');
    default:
      return null;
  }
}
