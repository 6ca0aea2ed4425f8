import { Button, makeStyles, Select, Switch, tokens } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import type { ActionId } from "../actions/action";
import { LOCALE_IDS, type LocaleId } from "../locales";
import { useAppState, useIsEnabled } from "./app-context";
import { useLocaleState, useWords } from "./locale-context";
import { rememberReviewing } from "./reviewing";
import { useRun } from "./runner";

/** Each language in its own words, so that it is found by who needs it. */
const LANGUAGES: Readonly<Record<LocaleId, string>> = { "zh-CN": "中文", "en-US": "English" };

const useStyles = makeStyles({
  body: { display: "flex", flexDirection: "column", gap: "14px", padding: "8px 0 4px 30px" },
  label: { margin: 0, fontWeight: tokens.fontWeightSemibold, fontSize: "inherit" },
  hint: { margin: "2px 0 0", color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px", marginTop: "6px" },
  switch: { marginLeft: "-8px", "& label": { fontSize: "inherit", lineHeight: "inherit" } },
  limits: { margin: 0, paddingLeft: "16px", color: tokens.colorNeutralForeground3 },
});

function ActionButton({ id, onClick, children }: { id: ActionId; onClick: () => void; children: ReactNode }) {
  const isEnabled = useIsEnabled(id);
  return (
    <Button size="small" disabledFocusable={!isEnabled} onClick={onClick}>
      {children}
    </Button>
  );
}

function BlankIsZero() {
  const styles = useStyles();
  const words = useWords();
  const run = useRun();
  const hintId = useId();
  const { blankIsZero } = useAppState(({ options }) => options);
  const isEnabled = useIsEnabled("setOptions");
  return (
    <div>
      <Switch
        className={styles.switch}
        size="small"
        label={words["tools.blankIsZero"]}
        checked={blankIsZero}
        disabled={!isEnabled}
        aria-describedby={hintId}
        onChange={(_event, { checked }) => void run("setOptions", { blankIsZero: checked })}
      />
      <p id={hintId} className={styles.hint}>
        {words["tools.blankIsZeroHint"]}
      </p>
    </div>
  );
}

/** For those who review what others report. */
function Reviewing() {
  const styles = useStyles();
  const words = useWords();
  const run = useRun();
  const hintId = useId();
  const isReviewing = useAppState((state) => state.isReviewing);
  const isEnabled = useIsEnabled("setReviewing");
  const choose = (isChosen: boolean) => {
    rememberReviewing(isChosen);
    void run("setReviewing", isChosen);
  };
  return (
    <div>
      <Switch
        className={styles.switch}
        size="small"
        label={words["tools.reviewing"]}
        checked={isReviewing}
        disabled={!isEnabled}
        aria-describedby={hintId}
        onChange={(_event, { checked }) => choose(checked)}
      />
      <p id={hintId} className={styles.hint}>
        {words["tools.reviewingHint"]}
      </p>
    </div>
  );
}

function Language() {
  const styles = useStyles();
  const words = useWords();
  const { locale, choose } = useLocaleState();
  const id = useId();
  return (
    <div>
      <label className={styles.label} htmlFor={id}>
        {words["tools.language"]}
      </label>
      <Select
        id={id}
        size="small"
        value={locale.id}
        onChange={(_event, { value }) => void choose(LOCALE_IDS.find((known) => known === value) ?? "zh-CN")}
      >
        {LOCALE_IDS.map((known) => (
          <option key={known} value={known} lang={known}>
            {LANGUAGES[known]}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** The options and tools themselves; loaded when they are opened first. */
export default function ToolsBody({ id, onGuide }: { id: string; onGuide: () => void }) {
  const styles = useStyles();
  const words = useWords();
  const run = useRun();
  const limits = useAppState((state) => state.limits);
  return (
    <div id={id} className={styles.body}>
      <BlankIsZero />
      <Reviewing />
      <div>
        <h3 className={styles.label}>{words["tools.marks"]}</h3>
        <p className={styles.hint}>{words["tools.marksHint"]}</p>
        <div className={styles.buttons}>
          <ActionButton id="mark" onClick={() => void run("mark", {})}>
            {words["tools.markAll"]}
          </ActionButton>
          <ActionButton id="unmark" onClick={() => void run("unmark", {})}>
            {words["tools.unmarkAll"]}
          </ActionButton>
        </div>
      </div>
      <div>
        <h3 className={styles.label}>{words["tools.workbook"]}</h3>
        <div className={styles.buttons}>
          <ActionButton id="refresh" onClick={() => void run("refresh", undefined)}>
            {words["action.refresh"]}
          </ActionButton>
          <ActionButton id="insertSample" onClick={() => void run("insertSample", undefined)}>
            {words["tools.sample"]}
          </ActionButton>
          <Button size="small" onClick={onGuide}>
            {words["guide.title"]}
          </Button>
        </div>
      </div>
      <Language />
      {limits.length > 0 && (
        <ul className={styles.limits}>
          {limits.map((limit) => (
            <li key={limit}>{words[`limit.${limit}`]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
