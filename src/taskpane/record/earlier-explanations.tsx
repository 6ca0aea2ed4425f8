import { Link, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { HistoryEntry } from "../../record/history";
import { useWords } from "../locale-context";
import { ExplanationText } from "./explanation-text";
import { StateMark } from "./state-mark";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "start", gap: "4px" },
  link: { fontSize: "inherit" },
  list: { display: "flex", flexDirection: "column", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
});

interface EarlierExplanationsProps {
  entries: readonly HistoryEntry[];
  /** Whether they are read at once, as when one of them is to be compared with what is in force. */
  isOpenFirst?: boolean;
}

/** What was written about a warning before, with other numbers or before it was not accepted. */
export function EarlierExplanations({ entries, isOpenFirst = false }: EarlierExplanationsProps) {
  const styles = useStyles();
  const words = useWords();
  const listId = useId();
  const [isOpen, setOpen] = useState(isOpenFirst);
  return (
    <div className={styles.root}>
      <Link
        className={styles.link}
        as="button"
        inline
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {words["explanation.earlier"](entries.length)}
      </Link>
      {isOpen && (
        <ul id={listId} className={styles.list}>
          {entries.map(({ state, explanation }, index) => (
            // They only ever get more at the front, which is a new list.
            <li key={`${entries.length - index}`}>
              <StateMark state={state} />
              <ExplanationText explanation={explanation} state={state} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
