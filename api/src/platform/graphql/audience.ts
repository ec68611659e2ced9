import { Authorized, Extensions } from "type-graphql";
import type { Audience } from "../policy.ts";

/** Who may call this at all: every root field says so, and a field of a sensitive type may ask for more. */
export function For(...audiences: Audience[]): MethodDecorator & PropertyDecorator {
  const decorators = [Authorized<Audience>(audiences), Extensions({ audiences })];
  return (target: object, key: string | symbol, descriptor?: PropertyDescriptor) => {
    for (const decorate of decorators) (decorate as MethodDecorator)(target, key, descriptor as PropertyDescriptor);
  };
}
