import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { likelihoodOf } from "../../repair/likelihood";
import type { Suspect } from "../../repair/suspects";
import { useWords } from "../locale-context";
import type { SuspectGroup } from "./groups";
import { SuspectRow } from "./suspect-row";

/** More equal ways at once are of no use to a person; those of several cells take more room. */
const TIES = { cells: 5, ways: 2 } as const;
const STEP = 10;

const useStyles = makeStyles({
  root: { display: "grid", gridTemplateColumns: "16px 1fr", columnGap: "2px", paddingTop: "4px" },
  number: {
    boxSizing: "border-box",
    height: "16px",
    marginTop: "7px",
    borderRadius: "2px",
    // The same in high contrast, where fills are black.
    border: `1px solid ${tokens.colorStatusDangerForeground1}`,
    backgroundColor: tokens.colorStatusDangerForeground1,
    color: tokens.colorNeutralBackground1,
    fontSize: tokens.fontSizeBase100,
    lineHeight: "14px",
    fontWeight: tokens.fontWeightBold,
    textAlign: "center",
  },
  possible: { backgroundColor: tokens.colorNeutralBackground1, color: tokens.colorStatusDangerForeground1 },
  head: { margin: 0, padding: "6px 6px 2px", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  more: { margin: 0, padding: "2px 6px" },
  link: { fontSize: "inherit" },
});

const isSingle = ({ cells }: Suspect): boolean => cells.length === 1;

/** One part of the table: the likeliest ways to put it right, equal ones as equal, and the others when asked for. */
export function SuspectGroupItem({ number, first, others }: SuspectGroup) {
  const styles = useStyles();
  const words = useWords();
  const [more, setMore] = useState(0);
  const all = [...first, ...others];
  const isTie = first.length > 1;
  const kind = first.every(isSingle) ? "cells" : "ways";
  const shown = all.slice(0, Math.min(first.length, TIES[kind]) + more);
  const hidden = all.length - shown.length;
  const tagOf = (suspect: Suspect): string | null => {
    if (!first.includes(suspect)) return null;
    const likelihood = likelihoodOf(suspect, all);
    return likelihood === "tied" ? null : words[`suspect.${likelihood}`];
  };
  return (
    <li className={styles.root}>
      <span className={mergeClasses(styles.number, isTie && styles.possible)}>{number}</span>
      <div>
        {isTie && (
          <p className={styles.head}>
            {words[kind === "cells" ? "suspect.oneOfCells" : "suspect.oneOfWays"](first.length)}
          </p>
        )}
        <ul className={styles.list}>
          {shown.map((suspect, index) => (
            <li key={suspect.cells.map(({ key }) => key).join(" ")}>
              <SuspectRow suspect={suspect} tag={tagOf(suspect)} isPrimary={index === 0 && !isTie && suspect.certain} />
            </li>
          ))}
        </ul>
        {hidden > 0 && (
          <p className={styles.more}>
            <Link className={styles.link} as="button" inline onClick={() => setMore(more + STEP)}>
              {words["suspect.more"](hidden)}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}
