export { makeFieldApi } from './api/field-api.server.ts';
