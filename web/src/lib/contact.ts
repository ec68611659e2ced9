const PHONE = /^1[3-9]\d{9}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const CODE_LENGTH = 6;

/** A mobile number without its spaces and +86, or an e-mail address; `undefined` when it is neither. */
export function readContact(typed: string): string | undefined {
  const tight = typed.replace(/[\s-]/g, "").replace(/^\+86/, "");
  if (PHONE.test(tight)) return tight;
  const address = typed.trim();
  return EMAIL.test(address) ? address : undefined;
}

export const readCode = (typed: string): string => typed.replace(/\D/g, "").slice(0, CODE_LENGTH);

/** How many digits are still missing. */
export const digitsMissing = (code: string): number => CODE_LENGTH - code.length;
