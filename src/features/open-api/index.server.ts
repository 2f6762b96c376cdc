/** The door of open-api: the HTTP API of all slices. */
export { makeApi } from './api.server.ts';
