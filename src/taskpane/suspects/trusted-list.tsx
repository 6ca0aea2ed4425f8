import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { TableRepair } from "../../actions/state";
import { useLocale } from "../locale-context";
import { useSuspects } from "./suspects-context";

const useStyles = makeStyles({
  root: { margin: 0, padding: "6px 6px 0 24px", color: tokens.colorNeutralForeground2 },
  list: { display: "inline", margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "inline-block", marginRight: "10px" },
  link: { fontSize: "inherit" },
});

/** What the person vouched for, and the way back. */
export function TrustedList({ trusted }: Pick<TableRepair, "trusted">) {
  const styles = useStyles();
  const { words, describePlace } = useLocale();
  const { placement, distrust } = useSuspects();
  return (
    <div className={styles.root}>
      {words["trusted.title"]}
      <ul className={styles.list}>
        {trusted.map(({ key, written }) => {
          const { address } = describePlace(key, placement);
          return (
            <li key={key} className={styles.item}>
              {words["trusted.cell"](address, written)}{" "}
              <Link
                className={styles.link}
                as="button"
                inline
                aria-label={words["trusted.undoLabel"](address)}
                onClick={() => distrust(key)}
              >
                {words["trusted.undo"]}
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
