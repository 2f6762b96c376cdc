/** What lies on the phone for one person, encrypted under that person's data key: AES-256-GCM, 12 bytes IV in front. */

const ivLength = 12;

export async function encryptAtRest(key: CryptoKey, value: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(ivLength));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const cipher = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
  const bytes = new Uint8Array(ivLength + cipher.byteLength);
  bytes.set(iv);
  bytes.set(new Uint8Array(cipher), ivLength);
  return bytes;
}

/** Throws where the key is another one, or the bytes were changed. */
export async function decryptAtRest<T>(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>): Promise<T> {
  const plain = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: bytes.subarray(0, ivLength) },
    key,
    bytes.subarray(ivLength),
  );
  return JSON.parse(new TextDecoder().decode(plain)) as T;
}

export function newDataKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
}
