import type { Refusal } from '#kernel/refusal.ts';

/** What came back from a declined form of the typing page. */
export type TypingReply = {
  intent: string;
  typed: Readonly<Record<string, string>>;
  refusal: Refusal;
};
