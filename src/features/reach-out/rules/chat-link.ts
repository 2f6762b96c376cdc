/** Opens a chat with the text ready; the officer still presses "send". `phone` in E.164. */
export const chatLink = (phone: string, text: string): string =>
  `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`;
