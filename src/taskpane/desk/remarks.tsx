import { makeStyles, tokens } from "@fluentui/react-components";
import type { BatchRemark } from "../../batch/remarks";
import { DESCRIBE_REMARK } from "../../locales/remarks";
import { SeverityIcon } from "../verdict-icon";
import { useBatchLocale } from "./use-batch-locale";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column", gap: "6px", listStyleType: "none", margin: 0, padding: 0 },
  remark: {
    display: "grid",
    gridTemplateColumns: "16px minmax(0, 1fr)",
    columnGap: "8px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

/** Remarks that a person reads through; the others stand in the exported results. */
export const MOST_REMARKS = 20;

/** What only the files together tell. */
export function Remarks({ remarks }: { remarks: readonly BatchRemark[] }) {
  const styles = useStyles();
  const { id, severities, batch } = useBatchLocale();
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={batch.desk.remarks}>
      {remarks.slice(0, MOST_REMARKS).map((remark) => (
        <li key={`${remark.code} ${remark.files.join(" ")}`} className={styles.remark}>
          <SeverityIcon severity="hint" label={severities.hint} />
          <span>{DESCRIBE_REMARK[id](remark)}</span>
        </li>
      ))}
    </ul>
  );
}
