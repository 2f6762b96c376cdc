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
  /** Mails to a list of people, a minute; single mails such as codes go at once. */
  GAWANGAN_EMAIL_PER_MINUTE: z.coerce.number().min(0.1).max(6_000).default(30),
  /**
   * WhatsApp Cloud API. All five of office, number, token, secret and verify token, or none: without them messages are
   * passed on by hand. A number speaks for one office.
   */
  GAWANGAN_WHATSAPP_OFFICE: z
    .string()
    .regex(/^\d{2}\.\d{2}$/)
    .optional(),
  GAWANGAN_WHATSAPP_PHONE_ID: z.string().regex(/^\d+$/).optional(),
  GAWANGAN_WHATSAPP_TOKEN: z.string().min(1).optional(),
  GAWANGAN_WHATSAPP_APP_SECRET: z.string().min(1).optional(),
  GAWANGAN_WHATSAPP_VERIFY_TOKEN: z.string().min(8).optional(),
  /** With its version. */
  GAWANGAN_WHATSAPP_URL: z.url().default('https://graph.facebook.com/v23.0'),
  GAWANGAN_WHATSAPP_PER_SECOND: z.coerce.number().min(0.01).max(80).default(5),
  /** Messages in any 24 hours; a new number is allowed 250. */
  GAWANGAN_WHATSAPP_PER_DAY: z.coerce.number().int().min(1).default(250),
  /** Rupiah a delivered message, by category of its template, as on the provider's price list. */
  GAWANGAN_WHATSAPP_COST_UTILITY: z.coerce.number().int().min(0).default(0),
  GAWANGAN_WHATSAPP_COST_MARKETING: z.coerce.number().int().min(0).default(0),
  /** Hours (WIB) within which nothing is sent: 20-8 is from eight in the evening to eight in the morning. */
  GAWANGAN_QUIET_HOURS: z
    .string()
    .regex(/^([01]?\d|2[0-3])-([01]?\d|2[0-3])$/)
    .default('20-8'),
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
