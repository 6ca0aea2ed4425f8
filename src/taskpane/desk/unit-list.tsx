import { Button, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { firstWords } from "../../batch/results-workbook";
import { outcomeOf, type Outcome } from "../../batch/unit-remarks";
import type { UnitCheck } from "../../batch/units/compare-units";
import { moveFocus } from "../move-focus";
import { useRowStyles } from "../use-row-styles";
import { countWords } from "./count-words";
import { listUnits, PAGE, SORTS, unitName, type Listing, type Sort } from "./list-units";
import { OutcomeIcon } from "./outcome-icon";
import { useBatchLocale } from "./use-batch-locale";

const useStyles = makeStyles({
  // clear of the head of the view
  root: { scrollMarginTop: "48px", display: "flex", flexDirection: "column", gap: "8px", minWidth: 0 },
  filters: { display: "flex", flexWrap: "wrap", gap: "4px" },
  filter: { minWidth: 0, paddingLeft: "8px", paddingRight: "8px", fontVariantNumeric: "tabular-nums" },
  tools: { display: "grid", gridTemplateColumns: "minmax(0, 1fr) auto", gap: "6px" },
  search: { minWidth: 0, "& > input": { minWidth: 0 } },
  list: { listStyleType: "none", margin: 0, padding: 0 },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  row: { display: "grid", gridTemplateColumns: "16px minmax(0, 1fr) auto", columnGap: "8px", alignItems: "start" },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  verdict: { whiteSpace: "nowrap" },
  fail: { color: tokens.colorPaletteRedForeground1 },
  detail: {
    gridColumnStart: 2,
    gridColumnEnd: 4,
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
    display: "-webkit-box",
    WebkitLineClamp: 2,
    WebkitBoxOrient: "vertical",
    overflow: "hidden",
  },
  fault: { color: tokens.colorPaletteRedForeground1 },
  pager: { display: "flex", alignItems: "center", justifyContent: "center", gap: "8px" },
});

/** Shown even where no unit has them. */
const VERDICTS: readonly Outcome[] = ["fail", "incomplete", "pass"];
const OUTCOMES: readonly Outcome[] = ["fail", "unreadable", "incomplete", "pass"];

function UnitRow({ unit, onOpen }: { unit: UnitCheck; onOpen: (file: string) => void }) {
  const styles = useStyles();
  const row = useRowStyles();
  const locale = useBatchLocale();
  const { result } = unit;
  const outcome = outcomeOf(unit);
  const counts = countWords(unit, locale);
  const first = firstWords(unit, locale);
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={mergeClasses(row.button, styles.row)}
        data-stop
        data-file={result.file}
        onClick={() => onOpen(result.file)}
      >
        <OutcomeIcon unit={unit} />
        <span className={styles.name}>
          {unitName(unit)}
          {result.year !== null && ` ${result.year}`}
        </span>
        <span className={mergeClasses(styles.verdict, (outcome === "fail" || outcome === "unreadable") && styles.fail)}>
          {locale.batch.outcomes[outcome]}
        </span>
        {counts && <span className={styles.detail}>{counts}</span>}
        {first && <span className={mergeClasses(styles.detail, result.error !== null && styles.fault)}>{first}</span>}
        {result.unit !== null && <span className={styles.detail}>{result.file}</span>}
      </button>
    </li>
  );
}

interface FiltersProps {
  units: readonly UnitCheck[];
  listing: Listing;
  onChange: (part: Partial<Listing>) => void;
}

function Filters({ units, listing, onChange }: FiltersProps) {
  const styles = useStyles();
  const { batch } = useBatchLocale();
  const { desk: words } = batch;
  const countOf = (outcome: Outcome) => units.filter((unit) => outcomeOf(unit) === outcome).length;
  const choices = [
    { outcome: null, label: `${words.all} ${units.length}` },
    ...OUTCOMES.flatMap((outcome) => {
      const count = countOf(outcome);
      const isShown = count > 0 || VERDICTS.includes(outcome) || outcome === listing.outcome;
      return isShown ? [{ outcome, label: `${batch.outcomes[outcome]} ${count}` }] : [];
    }),
  ];
  return (
    <>
      <div role="group" aria-label={words.filter} className={styles.filters}>
        {choices.map(({ outcome, label }) => (
          <Button
            key={outcome ?? "all"}
            size="small"
            className={styles.filter}
            appearance={listing.outcome === outcome ? "primary" : "secondary"}
            aria-pressed={listing.outcome === outcome}
            onClick={() => onChange({ outcome, page: 0 })}
          >
            {label}
          </Button>
        ))}
      </div>
      <div className={styles.tools}>
        <Input
          size="small"
          className={styles.search}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={listing.search}
          onChange={(_event, { value }) => onChange({ search: value, page: 0 })}
        />
        <Select
          size="small"
          aria-label={words.sort}
          value={listing.sort}
          onChange={(_event, { value }) => onChange({ sort: value as Sort, page: 0 })}
        >
          {SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {words.sorts[sort]}
            </option>
          ))}
        </Select>
      </div>
    </>
  );
}

interface UnitListProps {
  units: readonly UnitCheck[];
  listing: Listing;
  onList: (listing: Listing) => void;
  onOpen: (file: string) => void;
}

/** The units with their verdicts: filtered, searched, sorted, a page at a time. */
export function UnitList({ units, listing, onList, onOpen }: UnitListProps) {
  const styles = useStyles();
  const { desk: words } = useBatchLocale().batch;
  const change = (part: Partial<Listing>) => onList({ ...listing, ...part });
  const list = useRef<HTMLElement>(null);
  const turnTo = (page: number) => {
    change({ page });
    // the buttons stand at the foot of what was read
    list.current?.scrollIntoView();
  };
  const found = listUnits(units, listing);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  const page = Math.min(listing.page, pages - 1);
  return (
    <section ref={list} className={styles.root} aria-label={words.summary(units.length)}>
      <Filters units={units} listing={listing} onChange={change} />
      {/* Rows are buttons; the handler only moves the focus among them. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul className={styles.list} onKeyDown={moveFocus}>
        {found.slice(page * PAGE, (page + 1) * PAGE).map((unit) => (
          <UnitRow key={unit.result.file} unit={unit} onOpen={onOpen} />
        ))}
      </ul>
      {found.length === 0 && <p role="status">{words.none}</p>}
      {pages > 1 && (
        <div className={styles.pager}>
          <Button size="small" disabledFocusable={page === 0} onClick={() => turnTo(page - 1)}>
            {words.previousPage}
          </Button>
          <span>{words.page(page + 1, pages)}</span>
          <Button size="small" disabledFocusable={page === pages - 1} onClick={() => turnTo(page + 1)}>
            {words.nextPage}
          </Button>
        </div>
      )}
    </section>
  );
}
