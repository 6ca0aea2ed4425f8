import { Link, makeStyles, tokens } from "@fluentui/react-components";
import { ORIGINS } from "../rules/origins";
import { ALL_RULES } from "../rules/cross/all-rules";
import type { AnyRuleId } from "../rules/cross/any-finding";
import type { OriginId } from "../rules/rule";
import type { SideText } from "../locales";
import { useLocale } from "./locale-context";
import { useGoToView } from "./view";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    gap: "8px",
    padding: "8px 10px",
    marginTop: "6px",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground2,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  paragraph: { margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    fontVariantNumeric: "tabular-nums",
    "& th, & td": { padding: "1px 0 1px 8px", textAlign: "right", fontWeight: "inherit", verticalAlign: "top" },
    "& th:first-child": { padding: "1px 0", textAlign: "left" },
    "& thead th": { color: tokens.colorNeutralForeground3 },
    "& thead th:not(:first-child)": { whiteSpace: "nowrap" },
    "& tfoot td, & tfoot th": {
      borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
    },
  },
  origins: { display: "flex", flexDirection: "column" },
  publisher: { color: tokens.colorNeutralForeground3 },
  link: { alignSelf: "start", fontSize: "inherit" },
});

/** Of more terms than these, those of 0 are counted instead of shown. */
const SHORT = 7;

/** One side of a sum, term by term. */
function Side({ side }: { side: SideText }) {
  const styles = useStyles();
  const { words } = useLocale();
  const terms = side.terms.length <= SHORT ? side.terms : side.terms.filter(({ value }) => value !== "0");
  const hidden = side.terms.length - terms.length;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{side.name}</th>
          <th scope="col">{words["finding.cell"]}</th>
          <th scope="col">{words["finding.value"]}</th>
        </tr>
      </thead>
      <tbody>
        {terms.map(({ label, value, address }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{address}</td>
            <td>{value}</td>
          </tr>
        ))}
        {hidden > 0 && (
          <tr>
            <th scope="row">{words["finding.zeros"](hidden)}</th>
            <td />
            <td>0</td>
          </tr>
        )}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{words["finding.total"]}</th>
          <td />
          <td>{side.sum}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/**
 * The notices that a rule comes from, with links to copies of their text and whose copies they are; some rules follow only from what
 * the figures mean.
 */
export function Origins({ ids }: { ids: readonly OriginId[] }) {
  const styles = useStyles();
  const { words } = useLocale();
  return (
    <div className={styles.origins}>
      {ids.length === 0 && words["finding.noOrigin"]}
      {ids.map((id) => (
        <Link key={id} className={styles.link} href={ORIGINS[id].url} target="_blank" rel="noopener noreferrer" inline>
          {ORIGINS[id].number}
        </Link>
      ))}
      {ids.length > 0 && <span className={styles.publisher}>{words["finding.publisher"]}</span>}
    </div>
  );
}

interface FindingDetailsProps {
  finding: { rule: AnyRuleId };
  sides: readonly SideText[];
}

/** What must hold, with which numbers it does not, why it must, and who says so. */
export function FindingDetails({ finding, sides }: FindingDetailsProps) {
  const styles = useStyles();
  const { rules, words } = useLocale();
  const goToView = useGoToView();
  const { name, statement, explanation } = rules[finding.rule];
  return (
    <div className={styles.root}>
      <p className={styles.paragraph}>
        <span className={styles.term}>{name}</span>
        <br />
        {statement}
      </p>
      {sides
        .filter(({ terms }) => terms.length > 1)
        .map((side) => (
          <Side key={side.name} side={side} />
        ))}
      <p className={styles.paragraph}>{explanation}</p>
      <div>
        <span className={styles.term}>{words["finding.origin"]}</span>
        <Origins ids={ALL_RULES[finding.rule].origins} />
      </div>
      <Link className={styles.link} as="button" inline onClick={() => goToView({ name: "help", rule: finding.rule })}>
        {words["finding.help"]}
      </Link>
    </div>
  );
}
