// How a setting's text becomes its value. What is thrown ends the sentence "NAME must be …".

export function text(given: string): string {
  return given;
}

export function integer(least: number, most: number) {
  return (given: string): number => {
    const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new Error(`a whole number from ${least} to ${most}`);
  };
}

/** Seconds in the environment, milliseconds in the program. */
export function seconds(least: number, most: number) {
  const read = integer(least, most);
  return (given: string): number => read(given) * 1000;
}

export function oneOf<const Choice extends string>(...choices: Choice[]) {
  return (given: string): Choice => {
    const chosen = choices.find((choice) => choice === given);
    if (chosen) return chosen;
    throw new Error(`one of ${choices.join(", ")}`);
  };
}

export function flag(given: string): boolean {
  if (["yes", "true", "1"].includes(given)) return true;
  if (["no", "false", "0"].includes(given)) return false;
  throw new Error("yes or no");
}

/** "1:100" is 100: one for each hundred. */
export function ratio(given: string): number {
  const value = Number(/^1:([1-9]\d{0,4})$/.exec(given)?.[1]);
  if (value) return value;
  throw new Error("a ratio such as 1:100");
}

export function urlOf(...protocols: string[]) {
  return (given: string): string => {
    if (URL.canParse(given) && protocols.includes(new URL(given).protocol)) return given;
    throw new Error(`a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(" or ")}`);
  };
}

/** "a@b.cn" or "Name <a@b.cn>". */
export function address(given: string): string {
  if (/^([^<>\r\n]+ )?<?[^\s<>@]+@[^\s<>@]+>?$/.test(given)) return given;
  throw new Error("an e-mail address");
}
