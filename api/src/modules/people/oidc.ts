import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  type IDToken,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from "openid-client";
import type { Platform } from "../../platform/platform.ts";
import { type Contact, readContact } from "./contact.ts";

/** The city's own identity service, where one is set. */
export interface OidcOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
}

/** What has to come back unchanged from the identity service; it travels sealed in a cookie of ten minutes. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  /** A path of our own to go on to. */
  readonly next: string;
  /** Whose account is to be linked; null: signing in. */
  readonly linkFor: string | null;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export const flowSeconds = 600;
const bind = "oidc flow";
export const callbackPath = "/oidc/callback";

/** Reads what the service publishes of itself: at the first use, so that we start though it is away; again if it failed. */
export function openOidc({ issuer, clientId, clientSecret }: OidcOptions) {
  let found: Promise<Configuration> | undefined;
  const url = new URL(issuer);
  const execute = url.protocol === "http:" ? [allowInsecureRequests] : [];
  return (): Promise<Configuration> => {
    found ??= discovery(url, clientId, clientSecret, undefined, { execute, timeout: 10 }).catch((error: unknown) => {
      found = undefined;
      throw error;
    });
    return found;
  };
}

export const newFlow = (next: string, linkFor: string | null, now: Date): Flow => ({
  state: randomState(),
  nonce: randomNonce(),
  verifier: randomPKCECodeVerifier(),
  next,
  linkFor,
  until: now.getTime() + flowSeconds * 1_000,
});

export async function signInUrl(config: Configuration, { publicUrl }: Platform, flow: Flow): Promise<URL> {
  return buildAuthorizationUrl(config, {
    redirect_uri: new URL(callbackPath, publicUrl).href,
    scope: "openid email phone",
    state: flow.state,
    nonce: flow.nonce,
    code_challenge: await calculatePKCECodeChallenge(flow.verifier),
    code_challenge_method: "S256",
  });
}

/** Who has come back, as the service says under its signature. Throws when state, nonce, verifier or signature differ. */
export async function identityOf(
  config: Configuration,
  platform: Platform,
  flow: Flow,
  search: string,
): Promise<IDToken> {
  const tokens = await authorizationCodeGrant(config, new URL(`${callbackPath}${search}`, platform.publicUrl), {
    pkceCodeVerifier: flow.verifier,
    expectedState: flow.state,
    expectedNonce: flow.nonce,
    idTokenExpected: true,
  });
  return tokens.claims()!;
}

/** A contact that the service itself has verified; null when it names none. */
export function verifiedContact(claims: IDToken): Contact | null {
  const given =
    (claims.phone_number_verified === true && claims.phone_number) || (claims.email_verified === true && claims.email);
  try {
    return typeof given === "string" ? readContact(given) : null;
  } catch {
    return null;
  }
}

export const sealFlow = ({ secrets }: Platform, flow: Flow): string =>
  secrets.seal(JSON.stringify(flow), bind).toString("base64url");

/** Null for a cookie that is missing, forged or old. */
export function openFlow({ secrets, clock }: Platform, sealed: string | undefined): Flow | null {
  try {
    const flow = JSON.parse(secrets.open(Buffer.from(sealed ?? "", "base64url"), bind)) as Flow;
    return flow.until > clock().getTime() ? flow : null;
  } catch {
    return null;
  }
}
