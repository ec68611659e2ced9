/** Why the product cannot start, in one line that says what to do next. Printed without a stack. */
export class StartError extends Error {
  override readonly name: string = "StartError";
}
