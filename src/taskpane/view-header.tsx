import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeft16Regular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef } from "react";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", columnGap: "4px", padding: "8px 12px 0 8px" },
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
}

/** Heads a view that a person went to; the focus goes along, so that a screen reader begins there. */
export function ViewHeader({ title, back, onBack }: ViewHeaderProps) {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.root}>
      <Button appearance="subtle" size="small" icon={<ArrowLeft16Regular />} aria-label={back} onClick={onBack} />
      <h2 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h2>
    </div>
  );
}
