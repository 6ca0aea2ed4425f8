import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Locale } from "../locales";
import { useApp } from "./app-context";
import { useLocale } from "./locale-context";
import { useRun, type Question } from "./runner";

const useStyles = makeStyles({
  surface: { boxSizing: "border-box", padding: "16px", width: "calc(100vw - 24px)", maxWidth: "420px" },
  title: { fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  content: { fontSize: tokens.fontSizeBase200, lineHeight: "18px" },
  actions: { flexWrap: "wrap" },
  paragraph: { margin: "0 0 8px", overflowWrap: "anywhere" },
});

interface Wording {
  title: string;
  paragraphs: readonly string[];
  confirm: string;
  cancel: string;
}

function wordOverwrite({ details }: Question["failure"], { words, id }: Locale): Wording {
  const count = Number(details.count);
  const cells = String(details.cells).split(",");
  const named = cells.join(id === "zh-CN" ? "、" : ", ");
  return {
    title: words["overwrite.title"],
    paragraphs: [
      words["overwrite.text"](String(details.sheet), count),
      cells.length < count ? `${named} ${words["overwrite.more"](count)}` : named,
      words["overwrite.undo"],
    ],
    confirm: words["overwrite.confirm"],
    cancel: words["overwrite.cancel"],
  };
}

function wordFormula({ details }: Question["failure"], { words, id }: Locale): Wording {
  const cells = String(details.cells).replaceAll(",", id === "zh-CN" ? "、" : ", ");
  return {
    title: words["formula.title"],
    paragraphs: [
      words["formula.text"](String(details.sheet), cells, Number(details.count)),
      String(details.formula),
      words["formula.loss"],
    ],
    confirm: words["formula.confirm"],
    cancel: words["formula.cancel"],
  };
}

function wordNotPassed({ code, details }: Question["failure"], locale: Locale): Wording {
  const { words, verdicts, describeError } = locale;
  return {
    title: words["notPassed.title"](verdicts[details.verdict === "fail" ? "fail" : "incomplete"]),
    paragraphs: [describeError(code, details).what, words["notPassed.text"]],
    confirm: words["notPassed.confirm"],
    cancel: words["notPassed.cancel"],
  };
}

const WORDINGS: Readonly<Record<Question["id"], (failure: Question["failure"], locale: Locale) => Wording>> = {
  overwrite: wordOverwrite,
  refill: wordOverwrite,
  formula: wordFormula,
  notPassed: wordNotPassed,
};

interface QuestionDialogProps {
  /** Null closes the dialog. */
  question: Question | null;
  /** After an insertion that the person confirmed. */
  onInserted: () => void;
}

/**
 * Asks before something is overwritten, a formula lost, or a workbook exported although it did not pass. The safe answer is the
 * first, and the one that stands out. It stays mounted while it is closed: Fluent UI hides the page behind it from screen readers, and shows it again only when it closes.
 */
export default function QuestionDialog({ question, onInserted }: QuestionDialogProps) {
  const styles = useStyles();
  const locale = useLocale();
  const run = useRun();
  const app = useApp();
  const close = () => app.dismissFailure();
  const origin = useRef<Element | null>(null);
  // Before the dialog takes the focus in an effect of its own.
  useLayoutEffect(() => {
    if (question) origin.current = document.activeElement;
  }, [question]);
  useEffect(() => {
    if (!question && origin.current instanceof HTMLElement) origin.current.focus();
  }, [question]);
  const [asked, setAsked] = useState(question);
  if (question && question !== asked) setAsked(question);
  if (!asked) return null;
  const { title, paragraphs, confirm, cancel } = WORDINGS[asked.id](asked.failure, locale);
  const proceed = async () => {
    if (asked.id === "notPassed") await run("export", { evenIfNotPassed: true });
    else if (asked.id === "formula") await run("accept", { ...asked.request, overFormulas: true });
    else if (asked.id === "refill") {
      if (await run("fill", { ...asked.request, overwrite: true })) onInserted();
    } else if (await run("insert", { ...asked.request, overwrite: true })) onInserted();
  };
  return (
    <Dialog open={question !== null} modalType="alert" onOpenChange={close}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle className={styles.title}>{title}</DialogTitle>
          <DialogContent className={styles.content}>
            {paragraphs.map((paragraph) => (
              <p key={paragraph} className={styles.paragraph}>
                {paragraph}
              </p>
            ))}
          </DialogContent>
          <DialogActions className={styles.actions} fluid>
            <Button appearance="primary" onClick={close}>
              {cancel}
            </Button>
            <Button onClick={() => void proceed()}>{confirm}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
