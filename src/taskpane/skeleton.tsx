const BARS = 4;

/** Bars in the place of the list; the same as in taskpane.html, which has bars for the head of the pane, too. */
export function Skeleton() {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: BARS }, (_, index) => (
        <div key={index} className="skeleton-bar" />
      ))}
    </div>
  );
}
