import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type FormEvent } from "react";
import type { LabelKey } from "../../locales";
import { LONGEST_NAME, LONGEST_TEXT } from "../../record/explanation";
import { judgeSubstance, type SubstanceFault } from "../../record/substance";
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
  initial: string;
  /** Whether it was saved; when not, what was typed stays. */
  onSave: (text: string, by: string | null) => Promise<boolean>;
  onCancel: () => void;
}

/** A text that has to say something, and the name of who says it. Nothing is written before it is saved. */
export default function RemarkForm({ writer, initial, onSave, onCancel }: RemarkFormProps) {
  const styles = useStyles();
  const { words, record } = useLocale();
  const [text, setText] = useState(initial);
  const [name, setName] = useState(() => rememberedName(writer));
  const [fault, setFault] = useState<SubstanceFault | null>(null);
  const [isSaving, setSaving] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const wording = WORDINGS[writer];
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const found = judgeSubstance(text);
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
            if (fault && !judgeSubstance(value)) setFault(null);
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
