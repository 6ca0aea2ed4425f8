import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { SealChange } from "../../record/seal/compare";
import type { SealStatus } from "../../record/seal/seal-status";
import { useAppState } from "../app-context";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";

/** More at once are of no use to a person. */
const ROWS = 8;

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "8px", padding: "8px 12px 0" },
  bar: { alignItems: "start", paddingTop: "6px", paddingBottom: "6px" },
  text: { fontSize: tokens.fontSizeBase200, lineHeight: "18px", overflowWrap: "anywhere" },
  line: { display: "block", fontSize: "inherit", lineHeight: "inherit" },
  note: { display: "block", color: tokens.colorNeutralForeground3 },
  changes: { margin: "4px 0", padding: 0, listStyleType: "none" },
  change: { padding: "2px 0" },
  link: { fontSize: "inherit", fontVariantNumeric: "tabular-nums" },
});

const INTENTS = {
  unchanged: "success",
  changed: "warning",
  changedSomewhere: "warning",
  broken: "error",
} as const satisfies Record<SealStatus["state"], string>;

/** One change; a click leads to the cell, or to the table. */
function Change({ change }: { change: SealChange }) {
  const styles = useStyles();
  const { record } = useLocale();
  const run = useRun();
  const tables = useAppState((state) => state.tables);
  const { address, sentence } = record.describeChange(change);
  const table = "filled" in change ? tables.find(({ filled }) => filled === change.filled) : undefined;
  const go = () => {
    if (!table) return;
    if (change.kind === "cell") void run("goToCell", { tableId: table.id, key: change.key });
    else void run("show", { tableId: table.id });
  };
  return (
    <li className={styles.change}>
      {address !== "" && (
        <>
          <Link className={styles.link} as="button" inline onClick={go}>
            {address}
          </Link>{" "}
        </>
      )}
      {sentence}
    </li>
  );
}

/** Whether the workbook is as it was when it was sealed, what changed since, and what that proves. */
export default function SealNotice() {
  const styles = useStyles();
  const { words, record } = useLocale();
  const seal = useAppState((state) => state.record.seal);
  const problem = useAppState((state) => state.record.problem);
  const [limit, setLimit] = useState(ROWS);
  const changes = seal?.state === "changed" ? seal.changes : [];
  const hidden = changes.length - limit;
  return (
    <div className={styles.root}>
      {problem && (
        <MessageBar className={styles.bar} intent="warning" layout="multiline">
          <MessageBarBody className={styles.text}>{record.problems[problem]}</MessageBarBody>
        </MessageBar>
      )}
      {seal && (
        <MessageBar className={styles.bar} intent={INTENTS[seal.state]} layout="multiline">
          <MessageBarBody className={styles.text}>
            <MessageBarTitle className={styles.line}>{record.describeSeal(seal)}</MessageBarTitle>
            <span className={styles.line}>{record.describeCheck(seal)}</span>
            {changes.length > 0 && (
              <ul className={styles.changes} aria-label={words["seal.changes"]}>
                {changes.slice(0, limit).map((change) => (
                  <Change key={changeKey(change)} change={change} />
                ))}
                {hidden > 0 && (
                  <li>
                    <Link className={styles.link} as="button" inline onClick={() => setLimit(limit + ROWS)}>
                      {words["seal.more"](hidden)}
                    </Link>
                  </li>
                )}
              </ul>
            )}
            <span className={styles.note}>{record.notice}</span>
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function changeKey(change: SealChange): string {
  if (change.kind === "explanations") return change.kind;
  if (change.kind === "missing") return `missing ${change.sealed.sheet}!${change.sealed.range}`;
  const { sheet, area } = change.filled.placement;
  return `${change.kind} ${sheet} ${area.row} ${area.column} ${change.kind === "cell" ? change.key : ""}`;
}
