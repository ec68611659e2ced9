/** Why the server did not do it, in its own sentence. */
export type Refused = { refused: string };

/** What the front door asks of the server. Each says whether it worked; once one has entered, the viewer is set. */
export type SignInActions = {
  sendCode: (contact: string) => Promise<"sent" | "failed" | Refused>;
  /** `unregistered`: the code was right and stays good, to register with. */
  enter: (contact: string, code: string) => Promise<"entered" | "unregistered" | "failed" | Refused>;
  /** Only in demonstration mode. */
  enterAs?: ((persona: Persona) => Promise<"entered" | "failed">) | undefined;
  /** Address of the city's identity service, when one is configured. */
  identityService?: string | undefined;
};

/** `label`: who she is and what she comes to do, in the viewer's language. */
export type Persona = { key: string; name: string; label: string };

/** How today looks from outside: no names, only numbers. */
export type DoorDay = {
  servingNow: number;
  openPlaces: number;
  requestsWaiting: number;
  hours: readonly { hour: number; serving: number; now?: boolean; need?: boolean }[];
  gap?: { time: string; count: number };
};
