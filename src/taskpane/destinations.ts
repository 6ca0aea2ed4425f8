import type { FluentIcon } from "@fluentui/react-icons";
import { ArrowImport16Regular } from "@fluentui/react-icons/svg/arrow-import";
import { CalendarArrowCounterclockwise16Regular } from "@fluentui/react-icons/svg/calendar-arrow-counterclockwise";
import { CommentEdit16Regular } from "@fluentui/react-icons/svg/comment-edit";
import { DocumentSearch16Regular } from "@fluentui/react-icons/svg/document-search";
import { DocumentMultiple16Regular } from "@fluentui/react-icons/svg/document-multiple";
import { QuestionCircle16Regular } from "@fluentui/react-icons/svg/question-circle";
import { lazy, type ComponentType } from "react";
import type { LabelKey } from "../locales";
import type { AnyRuleId } from "../rules/cross/any-finding";
import { FINDINGS, type View } from "./view";

/** What every further view gets. */
export interface DestinationProps {
  /** Leads back to the findings. */
  onBack: () => void;
  /** The rule that the person came from. */
  rule?: AnyRuleId;
}

interface Destination {
  title: LabelKey;
  icon: FluentIcon;
  View: ComponentType<DestinationProps>;
}

/** The views of the menu 更多, in its order. Each is loaded when a person goes there for the first time. */
export const DESTINATIONS = {
  batch: { title: "batch.title", icon: DocumentMultiple16Regular, View: lazy(() => import("./desk/desk-view")) },
  lastYear: {
    title: "lastYear.title",
    icon: CalendarArrowCounterclockwise16Regular,
    View: lazy(() => import("./last-year/last-year-view")),
  },
  import: { title: "import.title", icon: ArrowImport16Regular, View: lazy(() => import("./import/import-view")) },
  recognised: {
    title: "recognised.title",
    icon: DocumentSearch16Regular,
    View: lazy(() => import("./recognised/recognised-view")),
  },
  explanations: {
    title: "explanations.title",
    icon: CommentEdit16Regular,
    View: lazy(() => import("./record/explanations-view")),
  },
  help: { title: "help.title", icon: QuestionCircle16Regular, View: lazy(() => import("./help")) },
} satisfies Readonly<Record<string, Destination>>;

export type DestinationId = keyof typeof DESTINATIONS;

export const DESTINATION_IDS = Object.keys(DESTINATIONS) as readonly DestinationId[];

/** The view of that name; the findings where there is none. */
export function viewNamed(name: string): View {
  const id = DESTINATION_IDS.find((known) => known === name);
  return id ? { name: id } : FINDINGS;
}
