/** A round of an office: what every query on its rows begins with. */
export type Round = { office: string; roundId: string };
