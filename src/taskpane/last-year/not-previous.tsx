import { makeStyles, tokens } from "@fluentui/react-components";
import type { DeskState } from "../../actions/desk/desk-state";
import { MOST_FILES } from "../../locales/batch";
import { useBatchLocale } from "../desk/use-batch-locale";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", gap: "6px" },
  line: { margin: 0, color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
});

/** What was chosen as last year's and gives nothing to compare with, and why: a unit whose report is there must not look as if it had none. */
export function NotPrevious({ files }: { files: DeskState["notPrevious"] }) {
  const styles = useStyles();
  const { batch, describeError } = useBatchLocale();
  const shown = files.slice(0, MOST_FILES);
  return (
    <div role="alert" className={styles.root}>
      {files.length > 1 && <p className={styles.line}>{batch.desk.notPrevious(files.length, shown.length)}</p>}
      {shown.map(({ file, error }) => {
        const { what, next } = error
          ? describeError(error.code, { file, ...error.details })
          : { what: batch.noTables, next: "" };
        return (
          <p key={file} className={styles.line}>
            {file} {what}
            {next}
          </p>
        );
      })}
    </div>
  );
}
