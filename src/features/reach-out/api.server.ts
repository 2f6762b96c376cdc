export { makeMailStopHook } from './api/mail-stop-hook.server.ts';
export { makeWhatsappHook } from './api/whatsapp-hook.server.ts';
