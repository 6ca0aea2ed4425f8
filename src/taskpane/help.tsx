import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { ALL_RULES } from "../rules/cross/all-rules";
import type { AnyRuleId } from "../rules/cross/any-finding";
import { Origins } from "./finding-details";
import { useLocale } from "./locale-context";
import { SeverityIcon } from "./verdict-icon";
import { ViewHeader } from "./view-header";

const useStyles = makeStyles({
  body: { padding: "4px 16px 16px", color: tokens.colorNeutralForeground2 },
  severities: { margin: "4px 0 0", padding: 0, listStyleType: "none" },
  line: { display: "flex", columnGap: "8px", alignItems: "start" },
  rule: {
    padding: "10px 0 0",
    marginTop: "10px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    // the view's own heading stays above
    scrollMarginTop: "40px",
  },
  name: {
    outline: "none",
    display: "flex",
    columnGap: "8px",
    alignItems: "center",
    margin: 0,
    fontSize: "inherit",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
  },
  paragraph: { margin: "4px 0 0" },
  origin: { marginTop: "4px" },
});

/** Every rule, those between years too: what must hold, why, and which notice says so. Opens at the rule that a person came from. */
export default function Help({ rule, onBack }: { rule?: AnyRuleId; onBack: () => void }) {
  const styles = useStyles();
  const wanted = useRef<HTMLHeadingElement>(null);
  // After the view's heading took the focus: a person came for the rule.
  useEffect(() => {
    wanted.current?.focus({ preventScroll: true });
    wanted.current?.closest("section")?.scrollIntoView();
  }, []);
  const { words, rules: texts, severities } = useLocale();
  return (
    <>
      <ViewHeader title={words["help.title"]} back={words["view.back"]} onBack={onBack} />
      <div className={styles.body}>
        <ul className={styles.severities}>
          {(["error", "warning", "unfilled", "hint"] as const).map((severity) => (
            <li key={severity} className={styles.line}>
              <SeverityIcon severity={severity} label={severities[severity]} />
              <span>{words[`help.${severity}`]}</span>
            </li>
          ))}
        </ul>
        {Object.values(ALL_RULES).map(({ id, severity, origins }) => (
          <section key={id} className={styles.rule}>
            <h3 ref={id === rule ? wanted : undefined} tabIndex={-1} className={styles.name}>
              <SeverityIcon severity={severity} label={severities[severity]} />
              {texts[id].name}
            </h3>
            <p className={styles.paragraph}>{texts[id].statement}</p>
            <p className={styles.paragraph}>{texts[id].explanation}</p>
            <div className={styles.origin}>
              {words["finding.origin"]}
              <Origins ids={origins} />
            </div>
          </section>
        ))}
      </div>
    </>
  );
}
