import type { Seat } from "./browser.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { type ApiProcess, startApi } from "./process.ts";

/** The whole product as a newcomer has it, with a small demonstration city, in a process of its own. */
export async function openCity(): Promise<ApiProcess & { readonly database: TestDatabase; close(): Promise<void> }> {
  const database = await testDatabase();
  const api = await startApi(database.ownerUrl, {
    SHOUWANG_MODE: "demonstration",
    SHOUWANG_SCALE: "1:1000",
    SHOUWANG_ROLE: "all",
    // Letters go to the log, where `newestCode` finds the code.
    SMTP_URL: "",
  });
  return {
    ...api,
    database,
    async close() {
      await api.stop();
      await database.drop();
    },
  };
}

/** The newest one-time code that the city has written into its log. */
export const newestCode = ({ output }: Pick<ApiProcess, "output">): string | undefined =>
  [...output().matchAll(/(?:Your code is|您的验证码是) (\d{6})/g)].at(-1)?.[1];

/** Signs a browser in as somebody of the demonstration city. */
export async function enterAs({ page }: Seat, persona: string): Promise<void> {
  const response = await page.request.post("/graphql", {
    data: {
      query: "mutation ($persona: String!) { demoSignIn(input: { persona: $persona }) { problems { message } } }",
      variables: { persona },
    },
  });
  const { data } = await response.json();
  if (data?.demoSignIn?.problems?.length !== 0) throw new Error(`cannot enter as ${persona}`);
}
