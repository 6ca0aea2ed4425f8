import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { LabelKey } from "../../locales";
import { LONGEST_NAME, LONGEST_TEXT } from "../../record/explanation";
import { judgeExplanation, type TextFault } from "../../record/judge-text";
import type { Subject } from "../../record/subject";
import { judgeSubstance } from "../../record/substance";
import { useAppState } from "../app-context";
import { useLocale } from "../locale-context";
import { rememberedName, rememberName, type Writer } from "./remembered-name";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: "8px" },
  field: { gridTemplateColumns: "minmax(0, 1fr)", "& > span": { minWidth: 0 } },
  text: { "& textarea": { minHeight: "72px", fontSize: tokens.fontSizeBase200, lineHeight: "18px" } },
  buttons: { display: "flex", gap: "6px" },
});

interface Wording {
  label: LabelKey;
  hint: LabelKey;
  by: LabelKey;
}

const WORDINGS: Readonly<Record<Writer, Wording>> = {
  reporter: { label: "explanation.label", hint: "explanation.hint", by: "explanation.by" },
  reviewer: { label: "explanation.objection", hint: "explanation.objectionHint", by: "explanation.objectionBy" },
};

interface RemarkFormProps {
  writer: Writer;
  /** What it is about. */
  subject: Subject;
  initial: string;
  /** Whether it was saved; when not, what was typed stays. */
  onSave: (text: string, by: string | null) => Promise<boolean>;
  onCancel: () => void;
}

/** A text that has to say something, and the name of who says it. Nothing is written before it is saved. */
export default function RemarkForm({ writer, subject, initial, onSave, onCancel }: RemarkFormProps) {
  const styles = useStyles();
  const { words, record } = useLocale();
  const [text, setText] = useState(initial);
  const [name, setName] = useState(() => rememberedName(writer));
  const [fault, setFault] = useState<TextFault | null>(null);
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const wording = WORDINGS[writer];
  const book = useAppState((state) => state.record.explanations);
  const judge = (written: string): TextFault | null =>
    writer === "reporter" ? judgeExplanation(written, subject, book) : judgeSubstance(written);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = judge(text);
    setFault(found);
    if (found) {
      field.current?.focus();
      return;
    }
    rememberName(writer, name.trim());
    setSaving(true);
    if (!(await onSave(text, name.trim() || null))) setSaving(false);
  };
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void save(event)}>
      <Field
        className={styles.field}
        size="small"
        label={words[wording.label]}
        hint={fault ? undefined : words[wording.hint]}
        validationMessage={fault ? record.faults[fault] : undefined}
        validationState={fault ? "error" : "none"}
      >
        <Textarea
          className={styles.text}
          textarea={{ ref: field }}
          size="small"
          resize="vertical"
          maxLength={LONGEST_TEXT}
          value={text}
          onChange={(_event, { value }) => {
            setText(value);
            if (fault && !judge(value)) setFault(null);
          }}
        />
      </Field>
      <Field className={styles.field} size="small" label={words[wording.by]}>
        <Input size="small" maxLength={LONGEST_NAME} value={name} onChange={(_event, { value }) => setName(value)} />
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="small" appearance="primary" disabledFocusable={isSaving}>
          {words["explanation.save"]}
        </Button>
        <Button size="small" onClick={onCancel}>
          {words["explanation.cancel"]}
        </Button>
      </div>
    </form>
  );
}
