import { RollUpError, type Obstacle } from "../batch/rollup/roll-up-error";
import { isClean, rollUp } from "../batch/rollup/roll-up";
import { sumLines } from "../batch/rollup/sum-lines";
import { makeRollUpWorkbook } from "../batch/rollup/roll-up-workbook";
import { entryOf, overlook } from "../batch/remarks";
import { makeUnitCheck, type UnitCheck } from "../batch/units/compare-units";
import { loadLocale } from "../locales";
import { withBatch, type BatchLocale } from "../locales/batch-locale";
import { COMMAND_TEXTS } from "../locales/command";
import { DESCRIBE_REMARK } from "../locales/remarks";
import { FIRST_YEAR } from "../tables/formats";
import type { FormatId } from "../tables/table";
import type { RollUpArguments } from "./arguments";
import { checkAll } from "./check-all";
import { OutputFile } from "./output-file";
import type { ExitStatus, Terminal } from "./terminal";

/** The title needs a year; where no report tells one, the first of its format stands there. */
const FIRST_YEARS: Readonly<Record<FormatId, number>> = { "2019": FIRST_YEAR, "2021": 2021 };

/** The sentence, what to do about it, and every unit that did not pass: a sentence names only the first. */
function refusalLines({ code, offending }: Obstacle, { id, batch }: BatchLocale): string[] {
  if (code !== "notPassed") return [batch.rollUp.refused[code](offending, Infinity)];
  const sentence = batch.rollUp.refused[code](offending);
  const texts = COMMAND_TEXTS[id];
  return [sentence, ...offending.map(({ name, files }) => texts.unitLine(name, files.join(", "))), texts.evenIfFailing];
}

/** Adds the units of files and folders up and writes the sum; 0 when all passed, 1 when it was refused, 2 when some did not pass. */
export async function rollUpFiles(parsed: RollUpArguments, terminal: Terminal): Promise<ExitStatus> {
  const locale = withBatch(await loadLocale(parsed.language));
  const { output: file, isForced } = parsed;
  const output = await OutputFile.claim({ file, isForced, kind: "rollUp" }, parsed.files, terminal, locale);
  const all: UnitCheck[] = [];
  const repeated = await checkAll(parsed.files, parsed, terminal, {
    withFigures: true,
    take: (result) => void all.push(makeUnitCheck(result, null, parsed)),
  });
  const { remarks, leftOut } = overlook(all.map(({ result }) => entryOf(result)));
  const units = all.filter(({ result }) => !leftOut.has(result.file));
  try {
    const { blankIsZero, evenIfFailing, unit } = parsed;
    const rolled = rollUp(units, { blankIsZero, evenIfNotPassed: evenIfFailing, ...(unit !== null && { unit }) });
    const texts = locale.batch.rollUp;
    const subject = {
      unit: parsed.unit ?? texts.unit,
      year: rolled.year ?? FIRST_YEARS[rolled.format],
      time: new Date(),
    };
    // an earlier sum may be the report of a unit here
    for (const unit of rolled.units) await output.refuseInput(unit.file);
    await output.write(await makeRollUpWorkbook(rolled, subject, parsed, locale));
    const told = [...remarks, ...repeated].map(DESCRIBE_REMARK[locale.id]);
    await terminal.out(
      `${[...texts.notes(rolled, Infinity), ...sumLines(rolled, locale).map(({ line }) => line), ...told, COMMAND_TEXTS[locale.id].written(parsed.output)].join("\n")}\n`,
    );
    return isClean(rolled) ? 0 : 2;
  } catch (error) {
    if (!(error instanceof RollUpError)) throw error;
    terminal.err(`${error.obstacles.flatMap((obstacle) => refusalLines(obstacle, locale)).join("\n")}\n`);
    return 1;
  }
}
