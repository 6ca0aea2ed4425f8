import { useEffect, useState } from "react";
import { lookOf, type Look, type OfficeColours } from "./theme";

const QUERIES = { dark: "(prefers-color-scheme: dark)", forcedColours: "(forced-colors: active)" } as const;

/** Follows Office and the system. Excel tells of no change of its theme, so it is asked again whenever the pane gets the focus. */
export function useLook(readOfficeColours: () => OfficeColours | null): Look {
  const read = () =>
    lookOf(readOfficeColours(), {
      dark: matchMedia(QUERIES.dark).matches,
      forcedColours: matchMedia(QUERIES.forcedColours).matches,
    });
  const [look, setLook] = useState(read);
  useEffect(() => {
    const update = () => setLook(read());
    const queries = Object.values(QUERIES).map((query) => matchMedia(query));
    for (const query of queries) query.addEventListener("change", update);
    window.addEventListener("focus", update);
    return () => {
      for (const query of queries) query.removeEventListener("change", update);
      window.removeEventListener("focus", update);
    };
  });
  return look;
}
