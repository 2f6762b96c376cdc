import { defineMessages } from '#kernel/language.ts';

/** What an owner reads on their phone. */
export const ownerCodeMessage = defineMessages({
  id: {
    text: (p: { code: string; office: string; minutes: number }) =>
      `Kode masuk Anda: ${p.code}. Berlaku ${p.minutes} menit. Jangan diberikan kepada siapa pun. — ${p.office}`,
  },
  en: {
    text: (p) =>
      `Your sign-in code: ${p.code}. Valid for ${p.minutes} minutes. Do not give it to anyone. — ${p.office}`,
  },
});
