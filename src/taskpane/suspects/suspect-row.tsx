import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { Suspect, SuspectCell } from "../../repair/suspects";
import type { SuspectText } from "../../locales";
import { useLocale, useWords } from "../locale-context";
import { CellButton } from "./cell-button";
import { changesOf, isNumber } from "./groups";
import { useSuspects } from "./suspects-context";

const useStyles = makeStyles({
  set: { display: "grid", gridTemplateColumns: "1fr auto", columnGap: "4px", alignItems: "center" },
  cell: { display: "grid", gridTemplateColumns: "1fr auto", columnGap: "4px", alignItems: "start" },
  change: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: "8px",
    alignItems: "baseline",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: "tabular-nums",
  },
  address: { fontWeight: tokens.fontWeightSemibold },
  current: { color: tokens.colorNeutralForeground2 },
  suggested: { fontWeight: tokens.fontWeightSemibold },
  tag: {
    padding: "0 4px",
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    color: tokens.colorNeutralForeground2,
  },
  said: { display: "block", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexDirection: "column", gap: "2px", paddingTop: "3px" },
  button: { minWidth: "44px", paddingLeft: "6px", paddingRight: "6px" },
  reasons: { margin: 0, padding: "0 6px", color: tokens.colorNeutralForeground2 },
});

interface AcceptProps {
  suspect: Suspect;
  text: SuspectText;
  isPrimary: boolean;
}

/** Writes what is suggested; nothing where that may not be, or is no single number. */
function AcceptButton({ suspect, text, isPrimary }: AcceptProps) {
  const styles = useStyles();
  const words = useWords();
  const { canWrite, isEnabled, accept } = useSuspects();
  const changes = canWrite ? changesOf(suspect) : null;
  if (!changes) return null;
  return (
    <Button
      className={styles.button}
      size="small"
      appearance={isPrimary ? "primary" : "secondary"}
      disabledFocusable={!isEnabled}
      aria-label={words["suspect.acceptLabel"](text.change)}
      onClick={() => accept(changes)}
    >
      {words["suspect.accept"]}
    </Button>
  );
}

interface CellLineProps extends AcceptProps {
  cell: SuspectCell;
  /** In a word, how sure it is; stands behind a single cell. */
  tag: string | null;
}

/** One cell: what stands there, what should, where it is, and what can be done. */
function CellLine({ cell, suspect, text, tag, isPrimary }: CellLineProps) {
  const styles = useStyles();
  const { words, describePlace } = useLocale();
  const { placement, isEnabled, trust } = useSuspects();
  const { address, current, suggested } = text.cells[suspect.cells.indexOf(cell)]!;
  const isSingle = suspect.cells.length === 1;
  return (
    <div className={styles.cell}>
      <CellButton cell={cell.key}>
        <span className={styles.change}>
          <span className={styles.address}>{address}</span>
          <span>
            <span className={styles.current}>{current}</span>
            {" → "}
            <span className={styles.suggested}>{suggested}</span>
          </span>
          {tag && <span className={styles.tag}>{tag}</span>}
        </span>
        <span className={styles.said}>{describePlace(cell.key, placement).words}</span>
        {isSingle && text.reasons.length > 0 && (
          <span className={styles.said}>{words["suspect.reasons"](text.reasons)}</span>
        )}
      </CellButton>
      <div className={styles.buttons}>
        {isSingle && <AcceptButton suspect={suspect} text={text} isPrimary={isPrimary} />}
        {isNumber(suspect, cell) && (
          <Button
            className={styles.button}
            size="small"
            appearance="subtle"
            disabledFocusable={!isEnabled}
            title={words["suspect.trustHint"]}
            aria-label={words["suspect.trustLabel"](address)}
            onClick={() => trust(cell.key)}
          >
            {words["suspect.trust"]}
          </Button>
        )}
      </div>
    </div>
  );
}

/** What heads several cells that have to change together. */
function SetHead({ suspect, text, isPrimary }: AcceptProps) {
  const styles = useStyles();
  const words = useWords();
  return (
    <div className={styles.set}>
      <p className={styles.reasons}>{words["suspect.together"](suspect.cells.length)}</p>
      <AcceptButton suspect={suspect} text={text} isPrimary={isPrimary} />
    </div>
  );
}

interface SuspectRowProps {
  suspect: Suspect;
  tag: string | null;
  /** Whether it is the one to take. */
  isPrimary: boolean;
}

/** One way to put a part of the table right: one cell, or several together, and what speaks for it. */
export function SuspectRow({ suspect, tag, isPrimary }: SuspectRowProps) {
  const styles = useStyles();
  const { words, describeSuspect } = useLocale();
  const { placement } = useSuspects();
  const text = describeSuspect(suspect, placement);
  const isSet = suspect.cells.length > 1;
  return (
    <div>
      {isSet && <SetHead suspect={suspect} text={text} isPrimary={isPrimary} />}
      {suspect.cells.map((cell) => (
        <CellLine
          key={cell.key}
          cell={cell}
          suspect={suspect}
          text={text}
          tag={isSet ? null : tag}
          isPrimary={isPrimary}
        />
      ))}
      {isSet && text.reasons.length > 0 && <p className={styles.reasons}>{words["suspect.reasons"](text.reasons)}</p>}
    </div>
  );
}
