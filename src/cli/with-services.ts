import { listPartnerChoices } from '#features/plan-programme/index.server.ts';
import { listGroupChoices } from '#features/register-enterprise/index.server.ts';
import { registerGroups, registerPartners } from '#features/run-office/index.server.ts';
import { type Actor, systemActor } from '#kernel/actor.ts';
import { fieldMessage } from '#kernel/field-code.ts';
import type { Outcome } from '#kernel/refusal.ts';
import { refusalMessage } from '#kernel/refusal-messages.ts';
import { readEnv } from '#platform/env.ts';
import { makeLog } from '#platform/log.ts';
import { type Opened, openServices } from '#platform/open-services.server.ts';
import { PlainError } from './plain-error.ts';

/** Opens the house for one command and closes it again; the server may run beside it. */
export async function withServices(work: (opened: Opened) => Promise<void>): Promise<void> {
  let env: ReturnType<typeof readEnv>;
  try {
    env = readEnv();
  } catch (error) {
    throw new PlainError((error as Error).message);
  }
  // Only what is wrong is said; the result of the command stands alone on the screen.
  const opened = await openServices(env, makeLog(env.GAWANGAN_LOG === 'debug' ? 'debug' : 'error', 'cli'));
  registerGroups(listGroupChoices);
  registerPartners(listPartnerChoices);
  try {
    await work(opened);
  } finally {
    await opened.close();
  }
}

const OFFICE_CODE = /^\d{2}\.\d{2}$/;

/** The command line acting in an office: `33.75`. */
export function actorFor(officeCode: string): Actor {
  if (!OFFICE_CODE.test(officeCode))
    throw new PlainError(
      `"${officeCode}" bukan kode kantor. Contoh: 33.75 / not an office code, such as 33.75`,
    );
  return systemActor(officeCode, 'Baris perintah');
}

/** The value, or the refusal in plain words, with the field where there is one. */
export function valueOr<Value>(outcome: Outcome<Value>, known: Partial<Record<string, string>> = {}): Value {
  if (outcome.ok) return outcome.value;
  const { code, fields = [] } = outcome.refusal;
  const lines = fields.map(
    (field) => `  ${field.path}: ${fieldMessage(field.code, 'id')} / ${fieldMessage(field.code, 'en')}`,
  );
  const wrong =
    'Ada isian yang salah; tidak ada yang disimpan / something is wrong with what was given; nothing was saved';
  const what =
    known[code] ??
    (code === 'invalid_input' ? wrong : undefined) ??
    `${refusalMessage(outcome.refusal, 'id')} / ${refusalMessage(outcome.refusal, 'en')}`;
  throw new PlainError([what, ...lines].join('\n'));
}
