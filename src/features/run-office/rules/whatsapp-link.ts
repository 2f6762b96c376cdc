/** Opens a chat with the text ready to be sent; the officer still presses "send". `phone` in E.164. */
export function whatsappLink(phone: string, text: string): string {
  return `https://wa.me/${phone.replace(/\D/g, '')}?text=${encodeURIComponent(text)}`;
}
