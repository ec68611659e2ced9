/** Both regions exist from the start: a region that appears together with its text is not read. */
export function LiveRegion({ polite, assertive }: { polite: string; assertive: string }) {
  return (
    <>
      <div className="vh" role="status" aria-live="polite">
        {polite}
      </div>
      <div className="vh" role="alert" aria-live="assertive">
        {assertive}
      </div>
    </>
  );
}
