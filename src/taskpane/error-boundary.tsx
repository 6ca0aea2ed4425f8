import { Component, type ReactNode } from "react";
import { failureOf } from "../actions/errors";
import type { Locale } from "../locales";
import { StartFailure } from "./start-failure";

interface Props {
  locale: Locale;
  children: ReactNode;
}

/** When the pane itself fails, a page that says so stands in its place, instead of an empty one. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <StartFailure failure={failureOf(error, null)} locale={this.props.locale} />;
  }
}
