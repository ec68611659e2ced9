import { randomInt } from "node:crypto";
import { sql } from "kysely";
import { refuse } from "../../kernel/refusal.ts";
import type { Context } from "../../platform/context.ts";
import { row } from "../../platform/database.ts";
import { inTime } from "../../platform/deadline.ts";
import { transaction } from "../../platform/transaction.ts";
import { type Contact, contactKey, readContact } from "./contact.ts";

export const codeSeconds = 10 * 60;
const againSeconds = 60;

/**
 * Sends a one-time code. Known and unknown contacts get the same answer after the same work, so that nobody learns who
 * is registered. At most 10 an account in 15 minutes, and 30 an address in a minute.
 */
export async function requestCode(ctx: Context, input: { contact: string }): Promise<{ retryAfterSeconds: number }> {
  const contact = readContact(input.contact);
  const { secrets, limiter, mailer } = ctx.platform;
  const key = contactKey(secrets, contact);
  const now = ctx.now();
  await limiter.take("code", key, { most: 10, seconds: 900 }, now);
  await limiter.take("code from", secrets.keyOf("address", ctx.address), { most: 30, seconds: 60 }, now);
  const code = randomInt(0, 1_000_000).toString().padStart(6, "0");
  await transaction(ctx, async (tx) => {
    await row(
      tx,
      sql`insert into sign_in_code (contact_key, code_key, tries, made_at, expires_at)
          values (${key}, ${codeKey(ctx, contact, code)}, 0, ${now}, ${new Date(now.getTime() + codeSeconds * 1_000)})
          on conflict (contact_key) do update
            set code_key = excluded.code_key, tries = 0, made_at = excluded.made_at, expires_at = excluded.expires_at, used_at = null`,
    );
  });
  await inTime(ctx, mailer.send(letterOf(ctx, contact, code)));
  return { retryAfterSeconds: againSeconds };
}

export const codeKey = ({ platform }: Context, contact: Contact, code: string): Buffer =>
  platform.secrets.keyOf("code", `${contact.kind}:${contact.text}:${code}`);

function letterOf({ locale, platform }: Context, contact: Contact, code: string) {
  const to = platform.addressOf(contact.kind, contact.text);
  if (to === null) return refuse("CONTACT_INVALID", ["contact"]);
  return locale === "en"
    ? {
        to,
        subject: "Your Shouwang code",
        text: `Your code is ${code}. It works for 10 minutes. Nobody from Shouwang will ever ask you for it.`,
      }
    : { to, subject: "守望验证码", text: `您的验证码是 ${code}，10 分钟内有效。守望的工作人员不会向您索要验证码。` };
}
