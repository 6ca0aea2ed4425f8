import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { FigureChange } from "../../actions/action";
import type { Repair } from "../../repair/suspects";
import { writtenIn } from "../../rules/cells";
import { BLANK, type FilledTable } from "../../tables/filled";
import { useLocale } from "../locale-context";
import { CellButton } from "./cell-button";
import { useSuspects } from "./suspects-context";

const SHOWN = 3;

const useStyles = makeStyles({
  root: { padding: "4px 0 0 18px" },
  head: { display: "grid", gridTemplateColumns: "1fr auto", alignItems: "center", columnGap: "4px" },
  title: { margin: 0, padding: "4px 6px 0", fontSize: "inherit", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { display: "grid", gridTemplateColumns: "1fr auto", alignItems: "center", columnGap: "4px" },
  address: { fontWeight: tokens.fontWeightSemibold },
  value: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums" },
  place: { color: tokens.colorNeutralForeground2 },
  button: { minWidth: "44px", paddingLeft: "6px", paddingRight: "6px" },
  more: { margin: 0, padding: "2px 6px" },
  link: { fontSize: "inherit" },
});

/** Blank cells for which the filled ones leave one value only. */
export function ImpliedList({ implied, filled }: { implied: Repair["implied"]; filled: FilledTable }) {
  const styles = useStyles();
  const { words, describePlace } = useLocale();
  const { placement, canWrite, isEnabled, accept } = useSuspects();
  const [limit, setLimit] = useState(SHOWN);
  const changes = implied.map(({ key, value }): FigureChange => {
    return { key, current: writtenIn(filled.contents[key] ?? BLANK), suggested: value };
  });
  return (
    <section className={styles.root}>
      <div className={styles.head}>
        <h4 className={styles.title}>{words["implied.title"](implied.length)}</h4>
        {canWrite && implied.length > 1 && (
          <Button className={styles.button} size="small" disabledFocusable={!isEnabled} onClick={() => accept(changes)}>
            {words["implied.fillAll"]}
          </Button>
        )}
      </div>
      <ul className={styles.list}>
        {changes.slice(0, limit).map((change) => {
          const { words: place, address } = describePlace(change.key, placement);
          return (
            <li key={change.key} className={styles.item}>
              <CellButton cell={change.key}>
                <span className={styles.address}>{address}</span> {words["implied.fill"]}{" "}
                <span className={styles.value}>{change.suggested}</span> <span className={styles.place}>{place}</span>
              </CellButton>
              {canWrite && (
                <Button
                  className={styles.button}
                  size="small"
                  disabledFocusable={!isEnabled}
                  aria-label={words["implied.acceptLabel"](address, change.suggested)}
                  onClick={() => accept([change])}
                >
                  {words["implied.accept"]}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {limit < changes.length && (
        <p className={styles.more}>
          <Link className={styles.link} as="button" inline onClick={() => setLimit(changes.length)}>
            {words["implied.more"](changes.length - limit)}
          </Link>
        </p>
      )}
    </section>
  );
}
