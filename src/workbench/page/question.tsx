import { type SyntheticEvent, useEffect, useRef } from "react";

/** What a person is asked, or told: one title, a text, perhaps a list, and the answers that can be given. */
export interface Question<Answer extends string = string> {
  title: string;
  text: string;
  items?: readonly string[];
  /** The first is the one that Enter gives. */
  answers: readonly { id: Answer; label: string }[];
  /** What closing the question means. */
  onDismiss: Answer;
}

interface QuestionDialogProps {
  question: Question;
  onAnswer: (id: string) => void;
}

/** Shows a question above the page and keeps the focus in it until it is answered. */
export function QuestionDialog({ question, onAnswer }: QuestionDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const dismiss = (event: SyntheticEvent): void => {
    event.preventDefault();
    onAnswer(question.onDismiss);
  };
  return (
    <dialog ref={dialog} className="question" aria-labelledby="question-title" onCancel={dismiss}>
      <h2 id="question-title">{question.title}</h2>
      <p>{question.text}</p>
      {question.items && (
        <ul>
          {question.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
      <div className="answers">
        {question.answers.map(({ id, label }, index) => (
          <button key={id} type="button" className={index === 0 ? "primary" : undefined} onClick={() => onAnswer(id)}>
            {label}
          </button>
        ))}
      </div>
    </dialog>
  );
}
