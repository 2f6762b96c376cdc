/** Where mails lead that somebody wants no more of: the page for people, and where mail programs post to (RFC 8058). */
export const stopPaths = (code: string) => ({ page: `/berhenti/${code}`, post: `/kait/berhenti/${code}` });

/**
 * A mail to somebody of a list: the message as an officer wrote it, and below it why it comes and how to have no more.
 * Messages to owners are in Indonesian. `site`: this installation's own address.
 */
export function listMail(mail: { text: string; officeName: string; code: string; site: string }): {
  body: string;
  headers: Record<string, string>;
} {
  const paths = stopPaths(mail.code);
  const page = new URL(paths.page, mail.site).href;
  return {
    body: `${mail.text}

--
Surel ini dikirim ${mail.officeName} karena Anda pernah mengizinkan dihubungi lewat surel.
Tidak ingin menerima surel lagi? Buka ${page}
`,
    headers: {
      'List-Unsubscribe': `<${new URL(paths.post, mail.site).href}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      Precedence: 'bulk',
    },
  };
}
