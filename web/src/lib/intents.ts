export type Intents = {
  /** The key of this intent: the same for every try until it is answered, so that one press has one effect. */
  keyFor: (operation: string, input: unknown) => string;
  /** The server gave an answer, good or bad: the next press is a new intent. */
  answered: (operation: string, input: unknown) => void;
};

/** Keeps one idempotency key per unanswered intent (operation and input together). */
export function createIntents(newKey: () => string = randomKey): Intents {
  const keys = new Map<string, string>();
  const name = (operation: string, input: unknown) => `${operation} ${JSON.stringify(input)}`;
  return {
    keyFor(operation, input) {
      const intent = name(operation, input);
      const key = keys.get(intent) ?? newKey();
      keys.set(intent, key);
      return key;
    },
    answered(operation, input) {
      keys.delete(name(operation, input));
    },
  };
}

/** `crypto.randomUUID` exists only on secure origins; a board on a plain local network has none. */
function randomKey(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const intents = createIntents();
