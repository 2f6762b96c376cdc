const passing = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '40001',
  '40P01',
]);

/**
 * Whether the database was away for a moment (killed, restarted, connection cut; SQLSTATE classes 08 and 57P0x) or two
 * transactions stood in each other's way: the same work may go through a second later.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  if (typeof code === 'string' && (passing.has(code) || code.startsWith('08'))) return true;
  if (/connection terminated|connection ended|timeout exceeded when trying to connect/i.test(error.message))
    return true;
  return error.cause !== undefined && isConnectionLost(error.cause);
}
