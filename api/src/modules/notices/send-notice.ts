import { isId } from "../../kernel/id.ts";
import type { Context } from "../../platform/context.ts";
import { transaction } from "../../platform/transaction.ts";
import { openEmail } from "../people/sealed-contact.ts";
import { peopleById } from "../people/store.ts";
import { linkOf, sayNotice } from "./say-notice.ts";
import { lockUnsent, markSent } from "./store.ts";

/**
 * Sends one letter in its reader's language. A mail server that refuses makes the job fail, so that it is tried again
 * later. The note that it was sent follows the sending: a process that dies between the two sends it twice rather
 * than never.
 */
export async function sendNotice(ctx: Context, payload: unknown): Promise<void> {
  const { notice: id } = payload as { notice: string };
  if (!isId(id)) return;
  await transaction(ctx, async (tx) => {
    const notice = await lockUnsent(tx, id);
    const person = notice && (await peopleById(tx, [notice.personId])).get(notice.personId);
    const email = person ? openEmail(tx.platform.secrets, person) : null;
    const to = email === null ? null : tx.platform.addressOf("email", email);
    if (!notice || !person || to === null) return;
    const { title, body } = await sayNotice(tx, notice, person.locale);
    const link = `${tx.platform.publicUrl}${linkOf(notice)}`;
    await tx.platform.mailer.send({ to, subject: subjectOf(title, person.locale), text: `${body}\n\n${link}` });
    await markSent(tx, id);
  });
}

const subjectOf = (title: string, locale: string) => (locale === "en" ? `Shouwang: ${title}` : `守望：${title}`);
