import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { Chosen } from "../../actions/desk/desk-state";
import { filesOfInput } from "./collect-files";
import { useTakenFiles } from "./use-taken-files";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: "6px",
    padding: "10px",
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  over: { backgroundColor: tokens.colorNeutralBackground1Hover, border: `1px dashed ${tokens.colorBrandStroke1}` },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  hint: { color: tokens.colorNeutralForeground3 },
  input: { display: "none" },
});

interface FileDropProps {
  filesLabel: string;
  /** Without it no folder is asked for. */
  folderLabel?: string;
  /** With it, what is dropped anywhere in the pane is taken, not only what is dropped here. */
  dropLabel?: string;
  /** Said when nothing of what was chosen may hold a report. */
  emptyLabel?: string;
  onFiles: (chosen: Chosen) => void;
}

/** Takes files and folders: chosen or dropped. */
export function FileDrop({ filesLabel, folderLabel, dropLabel, emptyLabel, onFiles }: FileDropProps) {
  const styles = useStyles();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const { isOver, isEmpty, take } = useTakenFiles(area, dropLabel !== undefined, onFiles);
  const input = (isFolder: boolean) => (
    <input
      ref={isFolder ? folder : files}
      className={styles.input}
      type="file"
      multiple
      tabIndex={-1}
      aria-hidden
      {...(isFolder && { webkitdirectory: "" })}
      onChange={({ currentTarget }) => {
        take(filesOfInput(currentTarget.files));
        // so that the same files may be chosen again
        currentTarget.value = "";
      }}
    />
  );
  return (
    <div ref={area} className={mergeClasses(styles.root, isOver && styles.over)}>
      <div className={styles.buttons}>
        <Button size="small" onClick={() => files.current?.click()}>
          {filesLabel}
        </Button>
        {folderLabel && (
          <Button size="small" onClick={() => folder.current?.click()}>
            {folderLabel}
          </Button>
        )}
      </div>
      {input(false)}
      {folderLabel && input(true)}
      {dropLabel && <span className={styles.hint}>{dropLabel}</span>}
      <span role="status">{isEmpty ? emptyLabel : ""}</span>
    </div>
  );
}
