const KEY = "shouwang.home";

/** Where `/` led the last time on this device: a guess for the next visit, never a right to be there. */
export function keepHome(path: string): void {
  try {
    localStorage.setItem(KEY, path);
  } catch {
    // Private windows may refuse storage: the next visit then waits a little longer.
  }
}

export function lastHome(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
