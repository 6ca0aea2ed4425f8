import type { Failure } from "../actions/state";
import type { Locale } from "../locales";

interface StartFailureProps {
  failure: Failure;
  locale: Locale;
}

/** The page when there is no add-in behind it, most often because it was not opened in Excel. Plain, because anything may be broken. */
export function StartFailure({ failure: { code, details }, locale }: StartFailureProps) {
  const { words, describeError } = locale;
  const { what, kept, next } = describeError(code, details);
  return (
    <main className="plain">
      <h1>{words["app.name"]}</h1>
      <p>{what}</p>
      <p>{kept}</p>
      <p>{next}</p>
      {code !== "NotInExcel" && (
        <button type="button" onClick={() => location.reload()}>
          {words["start.reload"]}
        </button>
      )}
    </main>
  );
}
