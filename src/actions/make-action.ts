import type { Job } from "../excel/job";
import type { Action, ActionId, ActionTypes } from "./action";
import type { AppState } from "./state";

export type Run<Id extends ActionId> = (
  input: ActionTypes[Id]["input"],
  job: Job,
) => Promise<ActionTypes[Id]["output"]>;
export type Enabled = (state: AppState) => boolean;

export const always: Enabled = () => true;
export const withTables: Enabled = ({ tables }) => tables.length > 0;
/** What writes figures. */
export const notReviewing: Enabled = ({ isReviewing }) => !isReviewing;

/** An action that waits until no other runs. */
export function makeAction<Id extends ActionId>(id: Id, isReasonable: Enabled, run: Run<Id>): Action<Id> {
  return { id, isEnabled: (state) => state.running === null && isReasonable(state), run };
}
