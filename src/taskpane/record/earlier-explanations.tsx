import { Link, makeStyles } from "@fluentui/react-components";
import { useId, useState } from "react";
import type { Explanation } from "../../record/explanation";
import { useWords } from "../locale-context";
import { ExplanationText } from "./explanation-text";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "start", gap: "4px" },
  link: { fontSize: "inherit" },
  list: { display: "flex", flexDirection: "column", gap: "8px", margin: 0, padding: 0, listStyleType: "none" },
});

/** What was written about a warning before, with other numbers or before it was not accepted. Closed at first. */
export function EarlierExplanations({ explanations }: { explanations: readonly Explanation[] }) {
  const styles = useStyles();
  const words = useWords();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
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
        {words["explanation.earlier"](explanations.length)}
      </Link>
      {isOpen && (
        <ul id={listId} className={styles.list}>
          {explanations.map((explanation, index) => (
            // They only ever get more at the front, which is a new list.
            <li key={`${explanations.length - index}`}>
              <ExplanationText explanation={explanation} state="lapsed" />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
