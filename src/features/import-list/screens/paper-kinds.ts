/** Kinds a browser can show; a telephone that takes other photos hands these over when asked for them. */
export const paperKinds = 'image/jpeg,image/png,image/webp,application/pdf';
