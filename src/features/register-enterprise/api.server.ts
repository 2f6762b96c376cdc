import type { Operation } from '#platform/http/api/operation.server.ts';
import { additionOperations } from './api/addition-operations.server.ts';
import { enterpriseOperations } from './api/enterprise-operations.server.ts';
import { mergeOperations } from './api/merge-operations.server.ts';
import { ownerOperations } from './api/owner-operations.server.ts';
import { referenceOperations } from './api/reference-operations.server.ts';

/** What other systems may do with the register. */
export const registerApi: readonly Operation[] = [
  ...enterpriseOperations,
  ...additionOperations,
  ...mergeOperations,
  ...ownerOperations,
  ...referenceOperations,
];
