import type { PersonKey, Vault } from '#platform/vault/vault.server.ts';
import type { Row } from '../rules/cell.ts';
import type { DefaultPlace } from '../rules/read-title.ts';
import type { StagedRecord } from '../rules/staged-record.ts';

/** What a staged row keeps sealed: the cells as they came, what was read from them, and where its sheet said it is. */
export type SealedRow = {
  readonly cells: Row;
  readonly record: StagedRecord;
  readonly place?: DefaultPlace;
  /** Of a typed row: by what its page knows it, so that saving it once more does not make a second one. */
  readonly entryId?: string;
};

/** Rows are sealed under the import's own key and bound to their number. */
export function sealRow(vault: Vault, key: PersonKey, rowNumber: number, row: SealedRow): Buffer {
  return vault.encrypt(key, `row ${rowNumber}`, JSON.stringify(row));
}

export function openRow(vault: Vault, key: PersonKey, rowNumber: number, sealed: Buffer): SealedRow {
  return JSON.parse(vault.decrypt(key, `row ${rowNumber}`, sealed)) as SealedRow;
}
