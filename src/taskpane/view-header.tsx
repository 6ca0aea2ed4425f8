import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef } from "react";
import { useEscape } from "./use-escape";

const useStyles = makeStyles({
  // The way back stays in sight, however far a person has scrolled.
  root: {
    position: "sticky",
    top: 0,
    zIndex: 1,
    display: "flex",
    alignItems: "center",
    columnGap: "4px",
    padding: "8px 12px 4px 8px",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    outline: "none",
  },
});

interface ViewHeaderProps {
  title: string;
  back: string;
  onBack: () => void;
  /** Set while what a person did would be lost on the way back: then Escape alone does not lead there. */
  holdsWork?: boolean;
}

const stay = () => undefined;

/** Heads a view that a person went to: it begins at its top, and the focus goes along, so that a screen reader begins there. */
export function ViewHeader({ title, back, onBack, holdsWork = false }: ViewHeaderProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    const scroller = heading.current?.closest("main");
    if (scroller) scroller.scrollTop = 0;
  }, []);
  useEscape(holdsWork ? stay : onBack);
  return (
    <div className={styles.root}>
      <Button appearance="subtle" size="small" icon={<ArrowLeft16Regular />} aria-label={back} onClick={onBack} />
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
    </div>
  );
}
