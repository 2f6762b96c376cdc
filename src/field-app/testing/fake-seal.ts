import type { Seal } from '../core/sealing.ts';

/** Stands for HPKE where thousands of histories are played: says what it is sealed to, and hides nothing. */
export const fakeSeal: Seal = async (key, id, plain) => {
  const mark = new TextEncoder().encode(`${key.keyId} ${id} `);
  const sealed = new Uint8Array(mark.length + plain.length);
  sealed.set(mark);
  sealed.set(plain, mark.length);
  return sealed;
};

export type OpenSealed = (keyId: string, id: string, sealed: Uint8Array) => Promise<Uint8Array>;

/** Opens what `fakeSeal` made; throws for another key or another id. */
export const fakeOpen: OpenSealed = async (keyId, id, sealed) => {
  const mark = new TextEncoder().encode(`${keyId} ${id} `);
  if (mark.some((byte, at) => sealed[at] !== byte)) throw new Error('sealed to another key or id');
  return sealed.slice(mark.length);
};
