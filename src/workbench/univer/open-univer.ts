import {
  type IWorkbookData,
  type ILanguagePack,
  type Injector,
  IUndoRedoService,
  IUniverInstanceService,
  LocaleType,
  LogLevel,
  type Plugin,
  type PluginCtor,
  Univer,
  UniverInstanceType,
} from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { blankWorkbook } from "./blank-workbook";
import { GridUndo } from "./grid-undo";
import { Recalculation } from "./recalculation";
import { insertAsExcel } from "./row-insertion";

/** A plugin, alone or with its configuration, as Univer's own presets list them. */
export type PluginEntry = PluginCtor<Plugin> | [PluginCtor<Plugin>, unknown];

/** One Univer instance that holds one workbook at a time. */
export interface Grid {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly injector: Injector;
  readonly recalculation: Recalculation;
  readonly undo: GridUndo;
  /** Closes the open workbook, if there is one, opens `data` (a blank one by default) and gives it the focus. */
  openWorkbook(data?: Partial<IWorkbookData>): void;
  dispose(): void;
}

/** Univer copies large sheets bit by bit in idle time and cannot undo their deletion; an add-in reads them right away. */
const AT_ONCE = { largeSheetOperation: { largeSheetCellCountThreshold: Infinity } };

/** Starts Univer in Chinese with the given plugins and a blank workbook. */
export function openUniver(plugins: readonly PluginEntry[], words: ILanguagePack): Grid {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: words },
    logLevel: LogLevel.WARN,
    override: [[IUndoRedoService, { useClass: GridUndo }]],
  });
  for (const entry of plugins) {
    const [plugin, config] = Array.isArray(entry) ? entry : [entry];
    univer.registerPlugin(plugin, plugin === UniverSheetsPlugin ? { ...(config as object), ...AT_ONCE } : config);
  }
  const injector = univer.__getInjector();
  const api = FUniver.newAPI(univer);
  const openWorkbook = (data: Partial<IWorkbookData> = blankWorkbook()): void => {
    const instances = injector.get(IUniverInstanceService);
    const before = instances.getCurrentUnitOfType(UniverInstanceType.UNIVER_SHEET);
    if (before) instances.disposeUnit(before.getUnitId());
    const workbook = univer.createUnit(UniverInstanceType.UNIVER_SHEET, data);
    instances.focusUnit(workbook.getUnitId());
  };
  openWorkbook();
  // the grid's services exist from its first workbook on
  insertAsExcel(injector);
  const recalculation = new Recalculation(injector);
  return {
    univer,
    api,
    injector,
    recalculation,
    undo: injector.get(IUndoRedoService) as unknown as GridUndo,
    openWorkbook,
    dispose: () => {
      recalculation.dispose();
      univer.dispose();
    },
  };
}
