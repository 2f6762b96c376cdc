import type { RootData } from '../root.tsx';

/** Who is signed in, as far as the frame around the pages needs to know. */
export type Session = NonNullable<RootData['session']>;
