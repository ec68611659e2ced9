import type { APIRequestContext } from "playwright-core";
import type { Seat } from "./browser.ts";
import { filledDatabase } from "./database.ts";
import { type ApiProcess, startApi } from "./process.ts";

/** The whole product as a newcomer has it, with a small demonstration city, in a process of its own. */
export async function openCity() {
  const database = await filledDatabase("demonstration_city", async ({ ownerUrl }) => {
    await (await startCity(ownerUrl)).stop();
  });
  const api = await startCity(database.ownerUrl);
  return {
    ...api,
    database,
    /** For browsers: they keep a cookie of localhost that they would not keep of its address. */
    webUrl: api.url.replace("127.0.0.1", "localhost"),
    async close(): Promise<void> {
      await api.stop();
      await database.drop();
    },
  };
}

const startCity = (ownerUrl: string): Promise<ApiProcess> =>
  startApi(ownerUrl, {
    SHOUWANG_MODE: "demonstration",
    SHOUWANG_SCALE: "1:1000",
    SHOUWANG_ROLE: "all",
    // Letters go to the log, where `newestCode` finds the code.
    SMTP_URL: "",
  });

/** The newest one-time code that the city has written into its log. */
export const newestCode = ({ output }: Pick<ApiProcess, "output">): string | undefined =>
  [...output().matchAll(/(?:Your code is|您的验证码是) (\d{6})/g)].at(-1)?.[1];

/** Signs a browser in as somebody of the demonstration city. */
export const enterAs = ({ page }: Seat, persona: string): Promise<void> => enter(page, persona);

/** The same for a browser's context that has no page. */
export async function enter({ request }: { request: APIRequestContext }, persona: string): Promise<void> {
  const response = await request.post("/graphql", {
    data: {
      query: "mutation ($persona: String!) { demoSignIn(input: { persona: $persona }) { problems { message } } }",
      variables: { persona },
    },
  });
  const { data } = await response.json();
  if (data?.demoSignIn?.problems?.length !== 0) throw new Error(`cannot enter as ${persona}`);
}
