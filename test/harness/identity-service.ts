import { createHash, createSign, generateKeyPairSync, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** Somebody whom the service knows, and what it says of them. */
export interface Known {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly phone_number?: string;
  readonly phone_number_verified?: boolean;
}

/** An OpenID Connect provider of our own, on a free port: it checks PKCE and signs what it says with RS256. */
export async function openIdentityService(clientId: string) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, { claims: object; challenge: string }>();
  let issuer = "";
  const server = createServer(async (request, response) => {
    const send = (body: object, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (request.url === "/.well-known/openid-configuration")
      return send({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (request.url === "/jwks")
      return send({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "one", alg: "RS256", use: "sig" }] });
    if (request.url !== "/token") return send({}, 404);
    const body = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
    const kept = codes.get(body.get("code") ?? "");
    codes.delete(body.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(body.get("code_verifier") ?? "")
      .digest("base64url");
    if (kept?.challenge !== challenge) return send({ error: "invalid_grant" }, 400);
    return send({ access_token: randomUUID(), token_type: "Bearer", id_token: signed(kept.claims) });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  function signed(claims: object): string {
    const head = `${base64url({ alg: "RS256", kid: "one", typ: "JWT" })}.${base64url(claims)}`;
    return `${head}.${createSign("RSA-SHA256").update(head).sign(privateKey, "base64url")}`;
  }

  return {
    issuer,
    /** What a browser does there: signs in as somebody, and is sent back. Gives the query of the callback. */
    authorize(to: URL, known: Known, change: { nonce?: string; state?: string } = {}): string {
      const asked = to.searchParams;
      const code = randomUUID();
      const now = Math.floor(Date.now() / 1_000);
      const nonce = change.nonce ?? asked.get("nonce");
      codes.set(code, {
        challenge: asked.get("code_challenge") ?? "",
        claims: { iss: issuer, aud: clientId, iat: now, exp: now + 300, nonce, ...known },
      });
      return `?${new URLSearchParams({ code, state: change.state ?? asked.get("state") ?? "" })}`;
    },
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}
