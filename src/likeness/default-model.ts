import learned from './default-model.json' with { type: 'json' };
import type { EnterpriseModel } from './enterprise-record.ts';

/**
 * What matches look like where nothing was learned yet: from lists that the sample office generates, of invented people
 * (scripts/learn-default-model.ts), at medium mess.
 */
export const defaultModel: EnterpriseModel = learned;
