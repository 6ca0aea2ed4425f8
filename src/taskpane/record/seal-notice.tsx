import { Link, makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from "@fluentui/react-components";
import { lazy, Suspense, useState } from "react";
import { isHint, type SealNote } from "../../record/seal/compare";
import type { SealStatus } from "../../record/seal/seal-status";
import { useAppState } from "../app-context";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";

const LostNotice = lazy(() => import("./lost-notice"));

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

/** One change or hint; a click leads to the cell, or to the table. */
function Note({ note }: { note: SealNote }) {
  const styles = useStyles();
  const { record, severities } = useLocale();
  const run = useRun();
  const tables = useAppState((state) => state.tables);
  const { address, sentence } = record.describeNote(note);
  const table = "filled" in note ? tables.find(({ filled }) => filled === note.filled) : undefined;
  const go = () => {
    if (!table) return;
    if (note.kind === "cell") void run("goToCell", { tableId: table.id, key: note.key });
    else if (note.kind === "computed") void run("goToCell", { tableId: table.id, key: note.keys[0]! });
    else void run("show", { tableId: table.id });
  };
  return (
    <li className={styles.change}>
      {isHint(note) && <strong>{severities.hint} </strong>}
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
  const lost = useAppState((state) => state.record.lost);
  const problem = useAppState((state) => state.record.problem);
  const [limit, setLimit] = useState(ROWS);
  const changes = seal?.state === "changed" ? seal.changes : [];
  const notes = [...changes, ...(seal && "hints" in seal ? seal.hints : [])];
  const hidden = notes.length - limit;
  return (
    <div className={styles.root}>
      {problem && (
        <MessageBar className={styles.bar} intent="warning" layout="multiline">
          <MessageBarBody className={styles.text}>{record.problems[problem]}</MessageBarBody>
        </MessageBar>
      )}
      {lost.length > 0 && (
        <Suspense fallback={null}>
          <LostNotice lost={lost} />
        </Suspense>
      )}
      {seal && (
        <MessageBar className={styles.bar} intent={INTENTS[seal.state]} layout="multiline">
          <MessageBarBody className={styles.text}>
            <MessageBarTitle className={styles.line}>{record.describeSeal(seal)}</MessageBarTitle>
            <span className={styles.line}>{record.describeCheck(seal)}</span>
            {notes.length > 0 && (
              <ul className={styles.changes} aria-label={words["seal.changes"]}>
                {notes.slice(0, limit).map((note) => (
                  <Note key={keyOf(note)} note={note} />
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

function keyOf(note: SealNote): string {
  if (note.kind === "explanations" || note.kind === "objections" || note.kind === "units") return note.kind;
  if (note.kind === "propertiesLost") return note.kind;
  if (note.kind === "property") return `property ${note.name}`;
  if (note.kind === "missing") return `missing ${note.sealed.sheet}!${note.sealed.range}`;
  const { sheet, area } = note.filled.placement;
  return `${note.kind} ${sheet} ${area.row} ${area.column} ${note.kind === "cell" ? note.key : ""}`;
}
