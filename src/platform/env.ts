import { resolve } from 'node:path';
import { z } from 'zod';

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  GAWANGAN_DATA: z.string().min(1).default('./.data'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  /** Unset: `demo` on an empty embedded database, `none` on a server. */
  GAWANGAN_SEED: z.enum(['demo', 'none']).optional(),
  /** Master key, 64 hexadecimal digits. Unset: a key file in GAWANGAN_DATA, made at first start. */
  GAWANGAN_KEY: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be 64 hexadecimal digits')
    .optional(),
  /** Name of the database role the application signs in with. Two installations on one server need two names. */
  GAWANGAN_APP_ROLE: z
    .string()
    .regex(/^[a-z_][a-z0-9_]{0,62}$/)
    .default('gawangan_app'),
  /** Address that people type, such as https://umkm.example.go.id. Unset: http://HOST:PORT. */
  GAWANGAN_URL: z.url().optional(),
  /** Set to 1 behind a reverse proxy of one's own: the visitor's address is then the last of X-Forwarded-For. */
  GAWANGAN_TRUST_PROXY: z.stringbool().default(false),
  /** SMTP server for outgoing mail, such as smtp://user:secret@mail.example:587. Unset: mail stays in the outbox. */
  GAWANGAN_SMTP_URL: z.string().startsWith('smtp').optional(),
  GAWANGAN_MAIL_FROM: z.string().min(3).default('Gawangan <gawangan@localhost>'),
  GAWANGAN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Env = Omit<z.infer<typeof environment>, 'GAWANGAN_DATA'> & {
  /** Absolute path. */
  GAWANGAN_DATA: string;
};

/** Reads the environment once. Throws one readable error that names every wrong variable. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Pengaturan tidak dapat dibaca / wrong environment:\n${lines.join('\n')}`);
  }
  return { ...parsed.data, GAWANGAN_DATA: resolve(parsed.data.GAWANGAN_DATA) };
}
