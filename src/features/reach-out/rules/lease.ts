/** Whoever closes the page without a word gives the person back after so many minutes. */
export const leaseMinutes = 5;
