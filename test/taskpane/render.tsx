import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import type { App } from "../../src/actions/action";
import { loadLocale, type LocaleId } from "../../src/locales";
import { rememberGuided } from "../../src/taskpane/first-run/guide-memory";
import { Pane } from "../../src/taskpane/pane";
import type { View } from "../../src/taskpane/view";

Object.assign(globalThis, {
  IS_REACT_ACT_ENVIRONMENT: true,
  // jsdom has no media queries: a light screen with colours of its own.
  matchMedia: () => ({ matches: false, addEventListener: () => {}, removeEventListener: () => {} }),
});

let root: Root | null = null;

afterEach(() => {
  act(() => root?.unmount());
  root = null;
  document.body.replaceChildren();
  sessionStorage.clear();
  localStorage.clear();
});

/** The real one, also in tests that stop the clock. */
const later = setTimeout;

/** Lets everything that waits, lazy parts too, come to its end. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await act(() => new Promise((resolve) => later(resolve, 0)));
}

export interface Rendered {
  /** Goes to a view, as the ribbon does. */
  goTo: (view: View) => void;
}

/** The guide is put away, unless it is a person's first time. */
export async function renderPane(
  app: App,
  localeId: LocaleId = "zh-CN",
  { isFirstTime = false } = {},
): Promise<Rendered> {
  rememberGuided(!isFirstTime);
  const locale = await loadLocale(localeId);
  const container = document.body.appendChild(document.createElement("div"));
  let goTo: (view: View) => void = () => {};
  root = createRoot(container);
  act(() =>
    root?.render(
      <Pane
        app={app}
        locale={locale}
        onLocale={() => {}}
        readOfficeColours={() => null}
        onGoTo={(given) => (goTo = given)}
      />,
    ),
  );
  await settle();
  return { goTo: (view) => act(() => goTo(view)) };
}

/** What a screen reader says for an element, as far as the pane needs it. */
const nameOf = (element: Element): string => (element.getAttribute("aria-label") ?? element.textContent).trim();

function find<Found extends HTMLElement>(selector: string, name: string | RegExp): Found[] {
  const isNamed = (element: Element) =>
    typeof name === "string" ? nameOf(element) === name : name.test(nameOf(element));
  return [...document.querySelectorAll<Found>(selector)].filter(isNamed);
}

/** The one button of that name. */
export function button(name: string | RegExp): HTMLButtonElement {
  const found = find<HTMLButtonElement>("button", name);
  if (found.length !== 1) {
    const all = [...document.querySelectorAll("button")].map(nameOf).join(" | ");
    throw new Error(`${found.length} buttons ${String(name)} among: ${all}`);
  }
  return found[0]!;
}

export const buttons = (name: string | RegExp): HTMLButtonElement[] => find<HTMLButtonElement>("button", name);

/** The field under a label. */
export function field<Found extends HTMLElement = HTMLInputElement>(label: string | RegExp): Found {
  const [found] = find<HTMLLabelElement>("label", label);
  if (!found?.control) throw new Error(`no field ${String(label)}`);
  return found.control as Element as Found;
}

export async function click(element: HTMLElement): Promise<void> {
  act(() => element.click());
  await settle();
}

/** As a person does: the field gets the text and says so. */
export async function enter(
  element: HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement,
  value: string,
): Promise<void> {
  const prototype = Object.getPrototypeOf(element) as object;
  // React watches the property; the browser's own setter is what typing goes through.
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(element, value);
  const event = new Event(element instanceof HTMLSelectElement ? "change" : "input", { bubbles: true });
  act(() => {
    element.dispatchEvent(event);
  });
  await settle();
}

export async function press(key: string): Promise<void> {
  const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
  act(() => {
    document.activeElement?.dispatchEvent(event);
  });
  await settle();
}

export const text = (selector: string): string => document.querySelector(selector)?.textContent ?? "";
/** Everything that is to be read, in one line; spaces that keep words together count as spaces. */
export const page = (): string => document.body.textContent.replace(/\s/g, " ");
export const isDisabled = (element: HTMLElement): boolean => element.getAttribute("aria-disabled") === "true";
