const ROWS = [1, 2, 3, 4, 5, 6, 7];

/** What stands in the place of the matches for the moment until they are read. */
export function InboxSkeleton() {
  return (
    <div class="skeleton" aria-hidden="true">
      {ROWS.map((row) => (
        <div key={row} class="skeleton-row">
          <span />
          <span />
        </div>
      ))}
    </div>
  );
}
