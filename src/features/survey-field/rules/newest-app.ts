/** Version of the field app that this server hands out; an older one goes on working, and offers to be renewed. */
export const newestApp = '1.0.0';
