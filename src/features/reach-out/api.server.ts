export { makeWhatsappHook } from './api/whatsapp-hook.server.ts';
