import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronRight16Regular } from "@fluentui/react-icons/svg/chevron-right";
import { lazy, Suspense, useId, useState } from "react";
import { useWords } from "./locale-context";
import { useRowStyles } from "./use-row-styles";

const ToolsBody = lazy(() => import("./tools-body"));

const useStyles = makeStyles({
  root: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: "6px 12px 12px 6px" },
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  toggle: { display: "flex", alignItems: "center", columnGap: "8px", color: tokens.colorNeutralForeground2 },
});

/** Everything that is not needed every day. Closed at first. */
export function Tools({ onGuide }: { onGuide: () => void }) {
  const styles = useStyles();
  const row = useRowStyles();
  const words = useWords();
  const bodyId = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles.root}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(row.button, styles.toggle)}
          aria-expanded={isOpen}
          aria-controls={isOpen ? bodyId : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
          {words["tools.title"]}
        </button>
      </h2>
      {isOpen && (
        <Suspense fallback={null}>
          <ToolsBody id={bodyId} onGuide={onGuide} />
        </Suspense>
      )}
    </section>
  );
}
