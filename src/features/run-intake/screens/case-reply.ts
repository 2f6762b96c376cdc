import type { Refusal } from '#kernel/refusal.ts';

/** What was typed into a form of the case, and why it was declined. */
export type CaseReply = { intent: string; typed: Record<string, string>; refusal: Refusal };
