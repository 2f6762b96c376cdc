import type { CommandContext } from '../command.server.ts';

export type OutboxStatus = 'waiting' | 'sending' | 'doubtful' | 'sent' | 'failed' | 'kept' | 'dropped';

/** A slice that sends messages of a purpose, and wants to know what becomes of them. */
export type MessageKeeper = {
  purpose: string;
  /** Asked right before it goes out, or is kept for an officer: whether its reason still holds. */
  mayGo(context: CommandContext, messageId: string): Promise<boolean>;
  /** Told in the transaction that writes it down. `isWrongAddress`: it failed since nobody is at the address. */
  hear(
    context: CommandContext,
    messageId: string,
    status: OutboxStatus,
    isWrongAddress?: boolean,
  ): Promise<void>;
};

const keepers: MessageKeeper[] = [];

export function registerMessageKeepers(more: readonly MessageKeeper[]): void {
  keepers.push(...more);
}

export const keeperOf = (purpose: string): MessageKeeper | undefined =>
  keepers.find((one) => one.purpose === purpose);
