import { HostError } from "./host-error";
import { callMember, HostObject, KeptObject, writeMember } from "./host-object";
import { NULL_OBJECT, ObjectPaths, type Resolved } from "./object-paths";
import { query } from "./query";
import type { References } from "./references";
import { type Action, ActionType, type RequestBatch, type ResponseBatch, toWireName } from "./wire";

/** What a dispatcher needs of the workbook that it plays. */
export interface BatchWorkbook {
  /** The object that paths begin at; the partition "WacPartition" is the web page around the workbook. */
  root(partition: string): HostObject;
  create(typeName: string): HostObject;
  readonly references: References;
  beginBatch(): void;
  /** Everything that was written is calculated when this resolves. */
  beforeRead(): Promise<void>;
  /** Called after each action; tells whether it wrote to the workbook. */
  afterAction(): boolean;
  endBatch(summary: BatchSummary): void;
  /** An error of the host itself, which the add-in sees as `GeneralException`. */
  onDefect(error: unknown, action: Action): void;
}

export interface BatchSummary {
  actions: number;
  /** Actions that wrote to the workbook: values, formats, structure or anything else that is saved with it. */
  writes: number;
  error?: string;
}

/** Runs batches one after the other, in the order in which they came. */
export class Dispatcher {
  readonly #workbook: BatchWorkbook;
  #last: Promise<unknown> = Promise.resolve();

  constructor(workbook: BatchWorkbook) {
    this.#workbook = workbook;
  }

  execute(batch: RequestBatch, partition = ""): Promise<ResponseBatch> {
    const result = this.#last.then(() => this.#run(batch, partition));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #run(batch: RequestBatch, partition: string): Promise<ResponseBatch> {
    const workbook = this.#workbook;
    const paths = new ObjectPaths(batch.ObjectPaths, {
      root: () => workbook.root(partition),
      create: (typeName) => workbook.create(typeName),
      kept: (reference) => workbook.references.get(reference),
    });
    const response: ResponseBatch = { Results: [], TraceIds: [] };
    const summary: BatchSummary = { actions: batch.Actions.length, writes: 0 };
    workbook.beginBatch();
    for (const [index, action] of batch.Actions.entries()) {
      try {
        const value = await this.#act(action, paths, response);
        if (value !== undefined) response.Results.push({ ActionId: action.Id, Value: value });
        for (const id of action.L ?? []) paths.forget(id);
      } catch (error) {
        response.Error = this.#failure(error, action, index);
        summary.error = response.Error.Code;
      }
      if (workbook.afterAction()) summary.writes++;
      if (response.Error) break;
    }
    workbook.endBatch(summary);
    return response;
  }

  /** The action's result, or undefined for an action that answers nothing. */
  async #act(action: Action, paths: ObjectPaths, response: ResponseBatch): Promise<unknown> {
    if (action.ActionType === ActionType.Trace) {
      response.TraceIds.push(action.Id);
      return null;
    }
    const object = await paths.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return object === NULL_OBJECT ? null : object.identity();
      case ActionType.Query:
        if (object === NULL_OBJECT) return null;
        await this.#workbook.beforeRead();
        return query(object, action.QueryInfo ?? {}, "batch");
      case ActionType.QueryAsJson:
        if (object === NULL_OBJECT) return { _IsNull: true };
        await this.#workbook.beforeRead();
        return query(object, action.QueryInfo ?? {}, "json");
      case ActionType.SetProperty:
        writeMember(existing(object, action), action.Name, (await paths.arguments(action.ArgumentInfo))[0]);
        return undefined;
      case ActionType.Update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) {
          writeMember(existing(object, action), toWireName(name), value);
        }
        return undefined;
      case ActionType.Method:
        return this.#call(object, action, paths);
      case ActionType.RecursiveQuery:
      case ActionType.EnsureUnchanged:
      default:
        throw new HostError("ApiNotFound", `Action type ${action.ActionType}.`);
    }
  }

  async #call(object: Resolved, action: Action, paths: ObjectPaths): Promise<unknown> {
    if (object === NULL_OBJECT) return null;
    const args = await paths.arguments(action.ArgumentInfo);
    if (action.Name === "_KeepReference" && object instanceof KeptObject) {
      this.#workbook.references.keep(object);
      return undefined;
    }
    if (action.Name === "_RemoveReference") {
      this.#workbook.references.remove(String(args[0]));
      return undefined;
    }
    const result = await callMember(object, action.Name, args);
    return result instanceof HostObject ? result.identity() : (result ?? null);
  }

  #failure(error: unknown, action: Action, index: number): NonNullable<ResponseBatch["Error"]> {
    const known = error instanceof HostError ? error : new HostError("GeneralException", String(error));
    if (known !== error) this.#workbook.onDefect(error, action);
    return {
      Code: known.code,
      Message: known.message,
      Location: known.location ?? action.Name,
      HttpStatusCode: known.httpStatusCode,
      ActionIndex: index,
    };
  }
}

function existing(object: Resolved, action: Action): HostObject {
  if (object === NULL_OBJECT)
    throw new HostError("InvalidOperation", `${action.Name} of an object that does not exist.`);
  return object;
}
