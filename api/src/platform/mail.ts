import nodemailer from "nodemailer";
import type { Logger } from "pino";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mailer {
  /** Resolves when the next server has taken the letter; throws when it would not. */
  send(letter: Letter): Promise<void>;
}

export function smtpMailer(url: string, from: string): Mailer {
  const transport = nodemailer.createTransport(url);
  return {
    async send(letter) {
      await transport.sendMail({ from, ...letter });
    },
  };
}

/** Prints letters instead of sending them: for the demonstration, where every person is invented. */
export const logMailer = (log: Logger): Mailer => ({
  async send({ subject, text }) {
    log.info({ letter: subject, text }, "demonstration: a letter that would have been sent");
  },
});
