import {
  Button,
  Checkbox,
  Field,
  Input,
  makeStyles,
  Radio,
  RadioGroup,
  Select,
  tokens,
} from "@fluentui/react-components";
import { useId, useRef, useState, type FormEvent } from "react";
import type { InsertRequest } from "../../actions/action";
import { SAMPLE_REQUEST } from "../../actions/sample";
import type { AppState } from "../../actions/state";
import { ORIGINS } from "../../rules/origins";
import type { OriginId } from "../../rules/rule";
import { FIRST_YEAR, formatOf, SECTIONS } from "../../tables/formats";
import { reportTitle, SECTION_NAMES } from "../../tables/sections";
import type { FormatId, SectionId } from "../../tables/table";
import { useApp, useIsEnabled } from "../app-context";
import { useWords } from "../locale-context";
import { useRun } from "../runner";
import type { Wanted } from "../view";
import { ViewHeader } from "../view-header";
import { rememberedUnit, rememberUnit } from "./remembered-unit";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "12px", padding: "8px 16px 0" },
  group: { display: "flex", flexDirection: "column", margin: 0, padding: 0, border: "none", minWidth: 0 },
  // A text field would like to be wider than the narrowest pane.
  field: { gridTemplateColumns: "minmax(0, 1fr)", "& > span": { minWidth: 0 } },
  legend: { padding: 0, lineHeight: tokens.lineHeightBase200 },
  fault: { color: tokens.colorPaletteRedForeground1 },
  choice: {
    marginLeft: "-8px",
    "& label": {
      paddingTop: "4px",
      paddingBottom: "4px",
      fontSize: tokens.fontSizeBase200,
      lineHeight: tokens.lineHeightBase200,
    },
    "& div": { marginTop: "4px", marginBottom: "4px" },
  },
  // In sight however small the window is.
  buttons: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    gap: "8px",
    margin: "0 -16px",
    padding: "10px 16px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** The notice that laid down each format. */
const NOTICE_OF: Readonly<Record<FormatId, OriginId>> = { "2019": "G60", "2021": "G30" };

/** Characters; a longer name would make a title that nobody takes for one. */
const LONGEST_UNIT = 60;

/** Reports are written in the year after the one that they are about. */
const lastYear = () => new Date().getFullYear() - 1;

/** From this year, which may be wanted early, back to the first that has a format. */
const years = () => Array.from({ length: lastYear() + 2 - FIRST_YEAR }, (_, index) => lastYear() + 1 - index);

type Fields = Omit<InsertRequest, "overwrite">;

/** Whose report the workbook has; the sample's and the exercise's unit is not the person's own. */
function unitIn({ tables }: Pick<AppState, "tables">): string | undefined {
  const unit = tables[0]?.filled.placement.unit;
  return unit?.startsWith(SAMPLE_REQUEST.unit) ? undefined : unit;
}

/** What is wrong with the fields, by field. */
function faultsOf({ unit, sections }: Fields) {
  return { unit: unit.trim() === "", sections: sections.length === 0 };
}

interface InsertFormProps {
  /** What the person came for. */
  wanted?: Wanted | undefined;
  onDone: () => void;
}

/** A year that the list does not have is none that anything can be inserted for. */
const listed = (year: number | null | undefined): number | null => years().find((one) => one === year) ?? null;

/** Asks what to insert, and inserts it. */
export default function InsertForm({ wanted, onDone }: InsertFormProps) {
  const styles = useStyles();
  const words = useWords();
  const app = useApp();
  const run = useRun();
  const isEnabled = useIsEnabled("insert");
  const [fields, setFields] = useState<Fields>(() => ({
    unit: wanted?.unit ?? rememberedUnit() ?? unitIn(app.getState()) ?? "",
    year: listed(wanted?.year) ?? lastYear(),
    sections: wanted?.sections ?? SECTIONS,
    where: "newSheets",
    totals: "typed",
  }));
  const faultId = useId();
  const unitInput = useRef<HTMLInputElement>(null);
  const [isChecked, setChecked] = useState(false);
  const change = (part: Partial<Fields>) => setFields({ ...fields, ...part });
  const faults = faultsOf(fields);
  const format = formatOf(fields.year);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (faults.unit) unitInput.current?.focus();
    if (faults.unit || faults.sections) return;
    const unit = fields.unit.trim();
    rememberUnit(unit);
    if (await run("insert", { ...fields, unit })) onDone();
  };
  const toggle = (section: SectionId, isWanted: boolean) =>
    change({ sections: SECTIONS.filter((one) => (one === section ? isWanted : fields.sections.includes(one))) });

  return (
    <>
      <ViewHeader title={words["insert.title"]} back={words["view.back"]} onBack={onDone} />
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <Field
          label={words["insert.year"]}
          hint={words["insert.format"](format, ORIGINS[NOTICE_OF[format]].number)}
          size="small"
        >
          <Select
            size="small"
            value={String(fields.year)}
            onChange={(_event, { value }) => change({ year: Number(value) })}
          >
            {years().map((year) => (
              <option key={year} value={year}>
                {words["insert.yearOption"](year)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={words["insert.unit"]}
          className={styles.field}
          required
          hint={faults.unit ? words["insert.unitHint"] : reportTitle(fields.unit.trim(), fields.year)}
          size="small"
          validationMessage={isChecked && faults.unit ? words["insert.unitMissing"] : undefined}
        >
          <Input
            ref={unitInput}
            size="small"
            maxLength={LONGEST_UNIT}
            value={fields.unit}
            onChange={(_event, { value }) => change({ unit: value })}
          />
        </Field>
        {/* Not a Field: that would give its one id to every box in it. */}
        <fieldset className={styles.group} aria-describedby={faultId}>
          <legend className={styles.legend}>{words["insert.sections"]}</legend>
          {SECTIONS.map((section) => (
            <Checkbox
              key={section}
              className={styles.choice}
              label={SECTION_NAMES[section].title}
              checked={fields.sections.includes(section)}
              onChange={(_event, { checked }) => toggle(section, checked === true)}
            />
          ))}
          <div id={faultId} role="alert" className={styles.fault}>
            {isChecked && faults.sections && words["insert.sectionsMissing"]}
          </div>
        </fieldset>
        <Field label={words["insert.where"]} size="small">
          <RadioGroup
            value={fields.where}
            onChange={(_event, { value }) => change({ where: value as Fields["where"] })}
          >
            <Radio className={styles.choice} value="newSheets" label={words["insert.newSheets"]} />
            <Radio className={styles.choice} value="selection" label={words["insert.selection"]} />
          </RadioGroup>
        </Field>
        <Field label={words["insert.totals"]} size="small">
          <RadioGroup
            value={fields.totals}
            onChange={(_event, { value }) => change({ totals: value as Fields["totals"] })}
          >
            <Radio className={styles.choice} value="typed" label={words["insert.typed"]} />
            <Radio className={styles.choice} value="formulas" label={words["insert.formulas"]} />
          </RadioGroup>
        </Field>
        <div className={styles.buttons}>
          <Button type="submit" appearance="primary" disabledFocusable={!isEnabled}>
            {words["insert.submit"]}
          </Button>
          <Button onClick={onDone}>{words["insert.cancel"]}</Button>
        </div>
      </form>
    </>
  );
}
