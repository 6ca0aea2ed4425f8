import { HostError } from "../host-error";
import { HostObject } from "../host-object";
import { AppRuntimePersistenceService, AppRuntimeService } from "./app-runtime";
import { fromBase64 } from "./base64";
import type { Model } from "./model";

/** The page around the workbook, which Office.js asks for what a calculation engine cannot do. */
export class WebShell extends HostObject {
  override readonly typeName = "Workbook";

  constructor(readonly model: Model) {
    super();
  }

  /** `Excel.createWorkbook(base64)` on the web. */
  async CreateAndOpenWorkbook(base64: unknown): Promise<void> {
    await this.model.book.surroundings.open(fromBase64(base64));
  }
}

/** Office.js tells by this that ribbon commands may come. */
class AddinInternalService extends HostObject {
  override readonly typeName = "AddinInternalService";

  NotifyActionHandlerReady(): void {
    // commands are sent when a person invokes them, ready or not
  }
}

const SERVER_OBJECTS: Readonly<Record<string, (model: Model) => HostObject>> = {
  "Microsoft.InternalService.AddinInternalService": () => new AddinInternalService(),
  "Microsoft.AppRuntime.AppRuntimeService": (model) => new AppRuntimeService(model),
  "Microsoft.AppRuntime.AppRuntimePersistenceService": (model) => new AppRuntimePersistenceService(model),
};

/** An object that Office.js makes by its type's name. */
export function createServerObject(typeName: string, model: Model): HostObject {
  const create = SERVER_OBJECTS[typeName];
  if (!create) throw new HostError("ApiNotFound", `${typeName} is not implemented here.`, typeName);
  return create(model);
}
