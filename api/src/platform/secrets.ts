import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/** Everything that is derived from the master key, which lives outside the database. */
export interface Secrets {
  /** Encrypts text for storage; `bind` (a row's id and column) must be the same on opening. */
  seal(text: string, bind: string): Buffer;
  /** Throws when the bytes were not sealed with this key and `bind`. */
  open(sealed: Uint8Array, bind: string): string;
  /** A keyed hash, for equality search over what must not be readable. */
  keyOf(purpose: string, text: string): Buffer;
}

const ivBytes = 12;
const tagBytes = 16;

/** `master`: at least 32 bytes of chance, as text. */
export function openSecrets(master: string): Secrets {
  // Key objects, not bytes: with bytes, each call prepares the key anew, which costs three times the work itself.
  const derive = (purpose: string) => createSecretKey(Buffer.from(hkdfSync("sha256", master, "shouwang", purpose, 32)));
  const sealing = derive("seal");
  const hashing = derive("key");
  return {
    seal(text, bind) {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv("aes-256-gcm", sealing, iv).setAAD(Buffer.from(bind));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), body]);
    },
    open(sealed, bind) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv("aes-256-gcm", sealing, bytes.subarray(0, ivBytes))
        .setAAD(Buffer.from(bind))
        .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()]).toString("utf8");
    },
    keyOf: (purpose, text) => createHmac("sha256", hashing).update(`${purpose}\0${text}`).digest(),
  };
}

/** 256 bits of chance, safe in a URL, a header and a cookie. */
export const newToken = (): string => randomBytes(32).toString("base64url");

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);
