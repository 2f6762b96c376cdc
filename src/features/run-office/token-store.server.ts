import type { Role, Scope } from '#kernel/actor.ts';
import type { Trx } from '#platform/db/connect.server.ts';

export type TokenRow = {
  tokenId: string;
  name: string;
  role: Role;
  scope: Scope;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

const columns = [
  'tokenId',
  'name',
  'role',
  'scopeKind',
  'scopeCode',
  'createdAt',
  'expiresAt',
  'lastUsedAt',
  'revokedAt',
] as const;

type Raw = Omit<TokenRow, 'role' | 'scope'> & { role: string; scopeKind: string; scopeCode: string };

function toToken({ role, scopeKind, scopeCode, ...rest }: Raw): TokenRow {
  return { ...rest, role: role as Role, scope: { kind: scopeKind as Scope['kind'], code: scopeCode } };
}

export async function insertToken(
  trx: Trx,
  officeCode: string,
  token: {
    tokenId: string;
    name: string;
    tokenHash: Buffer;
    role: Role;
    scope: Scope;
    createdBy: string;
    createdAt: Date;
    expiresAt: Date | null;
  },
): Promise<void> {
  const { scope, ...rest } = token;
  await trx
    .insertInto('apiTokens')
    .values({ officeCode, ...rest, scopeKind: scope.kind, scopeCode: scope.code })
    .execute();
}

export async function listTokens(trx: Trx, officeCode: string): Promise<TokenRow[]> {
  const rows = await trx
    .selectFrom('apiTokens')
    .select(columns)
    .where('officeCode', '=', officeCode)
    .orderBy('createdAt', 'desc')
    .execute();
  return rows.map(toToken);
}

export async function findTokenByHash(
  trx: Trx,
  officeCode: string,
  tokenHash: Buffer,
): Promise<TokenRow | undefined> {
  const row = await trx
    .selectFrom('apiTokens')
    .select(columns)
    .where('officeCode', '=', officeCode)
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst();
  return row && toToken(row);
}

export async function updateTokenUsed(
  trx: Trx,
  officeCode: string,
  tokenId: string,
  at: Date,
): Promise<void> {
  await trx
    .updateTable('apiTokens')
    .set({ lastUsedAt: at })
    .where('officeCode', '=', officeCode)
    .where('tokenId', '=', tokenId)
    .execute();
}

export async function updateTokenRevoked(
  trx: Trx,
  officeCode: string,
  tokenId: string,
  at: Date,
): Promise<boolean> {
  const answer = await trx
    .updateTable('apiTokens')
    .set({ revokedAt: at })
    .where('officeCode', '=', officeCode)
    .where('tokenId', '=', tokenId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return answer.numUpdatedRows === 1n;
}
