import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import type { Model } from "./model";

/** `Office.addin.showAsTaskpane()` and `hide()`: the add-in's one runtime, in sight or not. */
export class AppRuntimeService extends HostObject {
  override readonly typeName = "AppRuntimeService";

  constructor(readonly model: Model) {
    super();
  }

  SetAppRuntimeState(state: unknown): void {
    if (state !== "Visible" && state !== "Background") {
      throw new HostError("InvalidArgument", `"${String(state)}" is no state of a running add-in.`);
    }
    this.model.book.surroundings.showPane(state === "Visible");
  }

  GetAppRuntimeState(): string {
    return this.model.book.surroundings.isPaneShown() ? "Visible" : "Background";
  }
}

/** `Office.addin.setStartupBehavior()`: whether the add-in starts with the workbook. This page always starts it. */
export class AppRuntimePersistenceService extends HostObject {
  override readonly typeName = "AppRuntimePersistenceService";

  constructor(readonly model: Model) {
    super();
  }

  SetAppRuntimeStartState(state: unknown): void {
    if (state !== "Inactive" && state !== "Background") {
      throw new HostError("InvalidArgument", `"${String(state)}" is no state to start in.`);
    }
    this.model.session.startState = state;
  }

  GetAppRuntimeStartState(): string {
    return this.model.session.startState;
  }
}
