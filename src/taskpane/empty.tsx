import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { TableAdd20Regular } from "@fluentui/react-icons/svg/table-add";
import { useIsEnabled } from "./app-context";
import { useWords } from "./locale-context";
import { useRun } from "./runner";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: "8px", padding: "20px 16px 12px" },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  steps: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    margin: "0 0 8px",
    paddingLeft: "18px",
    color: tokens.colorNeutralForeground2,
  },
  link: { fontSize: "inherit" },
  hint: { margin: "8px 0 0", color: tokens.colorNeutralForeground3 },
});

interface EmptyProps {
  /** The guide above says the steps. */
  isGuided: boolean;
  onInsert: () => void;
}

/** What to do in a workbook without tables: the whole way in three steps, and the first of them at hand. */
export function Empty({ isGuided, onInsert }: EmptyProps) {
  const styles = useStyles();
  const words = useWords();
  const run = useRun();
  const canInsert = useIsEnabled("insert");
  const canSample = useIsEnabled("insertSample");
  return (
    <section className={styles.root}>
      <h2 className={styles.title}>{words["empty.title"]}</h2>
      {!isGuided && (
        <ol className={styles.steps}>
          <li>{words["empty.step1"]}</li>
          <li>{words["empty.step2"]}</li>
          <li>{words["empty.step3"]}</li>
        </ol>
      )}
      <Button appearance="primary" icon={<TableAdd20Regular />} disabledFocusable={!canInsert} onClick={onInsert}>
        {words["action.insert"]}
      </Button>
      <Button disabledFocusable={!canSample} onClick={() => void run("insertSample", undefined)}>
        {words["tools.sample"]}
      </Button>
      <p className={styles.hint}>
        {words["empty.existing"]}{" "}
        <Link className={styles.link} as="button" inline onClick={() => void run("refresh", undefined)}>
          {words["action.refresh"]}
        </Link>
      </p>
    </section>
  );
}
