import type { Env } from '../env.ts';

/** What is needed to speak with WhatsApp's Cloud API. */
export type WhatsappSettings = {
  officeCode: string;
  /** Address of the Graph API with its version. */
  url: string;
  /** Id of the sending number (not the number). */
  phoneId: string;
  token: string;
  /** Signs what the provider posts to us. */
  appSecret: string;
  /** Said back once, when the address for notices is set up. */
  verifyToken: string;
};

/** Null: not set up. Throws one readable error when only a part of it is. */
export function whatsappSettings(env: Env): WhatsappSettings | null {
  const needed = {
    officeCode: env.GAWANGAN_WHATSAPP_OFFICE,
    phoneId: env.GAWANGAN_WHATSAPP_PHONE_ID,
    token: env.GAWANGAN_WHATSAPP_TOKEN,
    appSecret: env.GAWANGAN_WHATSAPP_APP_SECRET,
    verifyToken: env.GAWANGAN_WHATSAPP_VERIFY_TOKEN,
  };
  const given = Object.values(needed).filter((value) => value !== undefined).length;
  if (given === 0) return null;
  if (given < Object.keys(needed).length)
    throw new Error(
      'WhatsApp: isi kelimanya atau tidak sama sekali / set all five or none of GAWANGAN_WHATSAPP_OFFICE, _PHONE_ID, _TOKEN, _APP_SECRET, _VERIFY_TOKEN',
    );
  return { ...(needed as { [Key in keyof typeof needed]: string }), url: env.GAWANGAN_WHATSAPP_URL };
}
