import { Button, Field, Input, makeStyles, Radio, RadioGroup, Select, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import type { InsertRequest } from "../../actions/action";
import type { PlacedTable } from "../../actions/state";
import { draftImport, yearsIn, type DraftTable, type ImportDraft } from "../../batch/import/draft";
import type { ReportFile } from "../../batch/report-file/read-report-file";
import type { ReportQuestion } from "../../recognise/report/published";
import { IMPORT_VIEW_TEXTS } from "../../locales/import-view";
import { linesOf, lineName } from "../../locales/lines";
import { REPORT_FILE_TEXTS } from "../../locales/report-file";
import { FIRST_YEAR } from "../../tables/formats";
import type { Table } from "../../tables/table";
import { useAppState, useIsEnabled } from "../app-context";
import { useLocale } from "../locale-context";
import { useRun } from "../runner";
import { DraftView } from "./draft-view";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "12px", padding: "8px 16px 0" },
  field: { gridTemplateColumns: "minmax(0, 1fr)", "& > span": { minWidth: 0 } },
  line: { margin: 0, overflowWrap: "anywhere", color: tokens.colorNeutralForeground2 },
  choice: { marginLeft: "-8px", "& label": { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 } },
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

type Where = InsertRequest["where"] | "existing";

/** Ways to read a row that are offered. */
const MOST_OFFERED = 30;

/** The table of the workbook that each table of the report belongs into; null when there is none, or more than one. */
function findExisting(tables: readonly PlacedTable[], wanted: readonly DraftTable[]): readonly PlacedTable[] | null {
  const found = wanted.map(({ table }) => tables.filter(({ filled }) => filled.placement.table === table));
  const matches = found.flatMap((some) => (some.length === 1 ? some : []));
  return matches.length > 0 && matches.length === wanted.length ? matches : null;
}

interface QuestionFieldProps {
  question: ReportQuestion;
  table: Table;
  answer: number | undefined;
  onAnswer: (answer: number | undefined) => void;
}

/** Asks which way a row is to be read. */
function QuestionField({ question, table, answer, onAnswer }: QuestionFieldProps) {
  const styles = useStyles();
  const texts = IMPORT_VIEW_TEXTS[useLocale().id];
  const { cells, alternatives, written } = question;
  const row = lineName(linesOf(table, cells[0]!).row);
  const write = (figures: readonly string[]) =>
    figures
      .map((figure, at) => `${lineName(linesOf(table, cells[at]!).column)} ${figure || texts.blank}`)
      .join(texts.options.separator);
  return (
    <Field label={texts.question(row)} hint={written} size="small" className={styles.field}>
      <Select
        size="small"
        value={answer === undefined ? "" : String(answer)}
        onChange={(_event, { value }) => onAnswer(value === "" ? undefined : Number(value))}
      >
        <option value="">{texts.otherWays}</option>
        {alternatives.slice(0, MOST_OFFERED).map((figures, index) => (
          <option key={figures.join(" ")} value={index}>
            {write(figures)}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** What a draft says about the report as a whole. */
function Doubts({ draft }: { draft: ImportDraft }) {
  const styles = useStyles();
  const report = REPORT_FILE_TEXTS[useLocale().id];
  const lines = [
    ...draft.missing.map(report.missingTable),
    ...draft.doubts.map((doubt) =>
      doubt.code === "mixedFormats" ? report.mixedFormats : report.unlabelled(doubt.written),
    ),
  ];
  return lines.map((line) => (
    <p key={line} className={styles.line}>
      {line}
    </p>
  ));
}

interface PreviewStepProps {
  file: ReportFile;
  /** Null for what was pasted. */
  name: string | null;
  onAgain: () => void;
  onDone: () => void;
}

/** Shows what was read, asks what is open, and fills the official tables. */
export function PreviewStep({ file: { kind, report }, name, onAgain, onDone }: PreviewStepProps) {
  const styles = useStyles();
  const { id, words } = useLocale();
  const texts = IMPORT_VIEW_TEXTS[id];
  const reportTexts = REPORT_FILE_TEXTS[id];
  const run = useRun();
  const canInsert = useIsEnabled("insert");
  const placed = useAppState(({ tables }) => tables);
  const years = yearsIn(report);
  const [chosenYear, setChosenYear] = useState<number | undefined>(undefined);
  const [answers, setAnswers] = useState<ReadonlyMap<number, number>>(new Map());
  const [unit, setUnit] = useState(report.unit ?? "");
  const [typedYear, setTypedYear] = useState("");
  const [where, setWhere] = useState<Where>("newSheets");
  const [isChecked, setChecked] = useState(false);

  const draft = draftImport(report, { answers, ...(chosenYear !== undefined && { year: chosenYear }) });
  const year = draft.year ?? Number(typedYear);
  const isYearKnown = Number.isInteger(year) && year >= FIRST_YEAR;
  const existing = findExisting(placed, draft.tables);
  const isEmpty = draft.tables.length === 0;
  const questions = report.questions.flatMap((question, index) => {
    const { table } = report.tables[question.table]!.placement;
    return draft.tables.some((one) => one.table === table) ? [{ question, index, table }] : [];
  });
  const answer = (index: number, choice: number | undefined) => {
    const next = new Map(answers);
    if (choice === undefined) next.delete(index);
    else next.set(index, choice);
    setAnswers(next);
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (isEmpty || !isYearKnown || unit.trim() === "") return;
    const filled = draft.tables.map(({ table, contents }) => ({ table, contents }));
    const result =
      where === "existing" && existing
        ? await run("fill", {
            tables: filled.map(({ contents }, index) => ({ tableId: existing[index]!.id, contents })),
          })
        : await run("insert", {
            unit: unit.trim(),
            year,
            sections: filled.map(({ table }) => table.section),
            where: where === "selection" ? "selection" : "newSheets",
            totals: "typed",
            filled,
          });
    if (result) onDone();
  };

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
      <p className={styles.line}>{texts.source(reportTexts.kinds[kind], name ?? texts.pasted)}</p>
      {years.length > 0 && (
        <Field label={texts.yearLabel} hint={texts.yearHint} size="small" className={styles.field}>
          <Select
            size="small"
            value={String(chosenYear ?? "")}
            onChange={(_event, { value }) => setChosenYear(value === "" ? undefined : Number(value))}
          >
            <option value="">{texts.chooseOne}</option>
            {years.map((one) => (
              <option key={one} value={one}>
                {words["insert.yearOption"](one)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {isEmpty && years.length === 0 && <p className={styles.line}>{texts.noTables}</p>}
      {!isEmpty && (
        <>
          <Field
            label={words["insert.unit"]}
            size="small"
            className={styles.field}
            required
            validationMessage={isChecked && unit.trim() === "" ? words["insert.unitMissing"] : undefined}
          >
            <Input size="small" value={unit} onChange={(_event, { value }) => setUnit(value)} />
          </Field>
          {draft.year === null ? (
            <Field
              label={words["insert.year"]}
              size="small"
              className={styles.field}
              required
              validationMessage={isChecked && !isYearKnown ? texts.noYear : undefined}
            >
              <Input
                size="small"
                inputMode="numeric"
                value={typedYear}
                onChange={(_event, { value }) => setTypedYear(value)}
              />
            </Field>
          ) : (
            <p className={styles.line}>{`${words["insert.year"]}：${words["insert.yearOption"](draft.year)}`}</p>
          )}
          <Doubts draft={draft} />
          {questions.map(({ question, index, table }) => (
            <QuestionField
              key={index}
              question={question}
              table={table}
              answer={answers.get(index)}
              onAnswer={(choice) => answer(index, choice)}
            />
          ))}
          {draft.tables.map((table) => (
            <DraftView key={table.table.section} draft={table} texts={texts} report={reportTexts} />
          ))}
          <Field label={texts.where} size="small">
            <RadioGroup value={where} onChange={(_event, { value }) => setWhere(value as Where)}>
              <Radio className={styles.choice} value="newSheets" label={words["insert.newSheets"]} />
              <Radio className={styles.choice} value="selection" label={words["insert.selection"]} />
              {existing && <Radio className={styles.choice} value="existing" label={texts.existing} />}
            </RadioGroup>
          </Field>
        </>
      )}
      <div className={styles.buttons}>
        {!isEmpty && (
          <Button type="submit" appearance="primary" disabledFocusable={!canInsert}>
            {texts.submit}
          </Button>
        )}
        <Button onClick={onAgain}>{texts.again}</Button>
      </div>
    </form>
  );
}
