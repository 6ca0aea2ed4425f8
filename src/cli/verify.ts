import type { FileError } from "../batch/file-error";
import type { BatchRemark } from "../batch/remarks";
import { verifyFile, type FileSeal } from "../batch/verify-file";
import { loadLocale, type Locale } from "../locales";
import { COMMAND_TEXTS, type VerifiedCounts } from "../locales/command";
import { DESCRIBE_REMARK } from "../locales/remarks";
import { codeOf } from "../record/content";
import { isHint, type SealChange, type SealHint, type SealNote } from "../record/seal/compare";
import { fullAddress } from "../tables/address";
import packageJson from "../../package.json";
import type { VerifyArguments } from "./arguments";
import { errorMessage } from "./lines";
import { listFiles, remarkOnRepeats, type Repeat } from "./list-files";
import type { ExitStatus, Terminal } from "./terminal";

/** Compares files with their seals. 0 all unchanged; 1 something changed, or a seal contradicts itself; 2 no seal, or not readable. */
export async function verify(parsed: VerifyArguments, terminal: Terminal): Promise<ExitStatus> {
  const locale = await loadLocale(parsed.language);
  const { out, readFile } = terminal;
  const found: FileSeal[] = [];
  const repeats: Repeat[] = [];
  for await (const { file } of listFiles(parsed.files, terminal, (repeat) => void repeats.push(repeat))) {
    const one = await verifyFile(file, () => readFile(file), locale.sheet.stamp.digest);
    found.push(one);
    if (!parsed.json) await out(`${fileLines(one, locale).join("\n")}\n`);
  }
  const counts = countStates(found);
  const remarks = remarkOnRepeats(repeats);
  if (parsed.json) await out(`${JSON.stringify(makeJson(found, counts, remarks, locale), null, 2)}\n`);
  else await out(`${endLines(counts, remarks, locale).join("\n")}\n`);
  if (counts.changed > 0) return 1;
  return counts.unchanged < counts.files || counts.files === 0 ? 2 : 0;
}

const endLines = (counts: VerifiedCounts, remarks: readonly BatchRemark[], { id, record }: Locale): string[] => [
  ...remarks.map(DESCRIBE_REMARK[id]),
  COMMAND_TEXTS[id].verified(counts),
  record.notice,
];

type State = "unchanged" | "changed" | "changedSomewhere" | "broken" | "none" | "unreadable";

const stateOf = ({ status, error }: FileSeal): State => (error ? "unreadable" : (status?.state ?? "none"));

const COUNTED: Readonly<Record<State, keyof VerifiedCounts>> = {
  unchanged: "unchanged",
  changed: "changed",
  changedSomewhere: "changed",
  broken: "changed",
  none: "unsealed",
  unreadable: "unreadable",
};

function countStates(found: readonly FileSeal[]): VerifiedCounts {
  const counts = { files: found.length, unchanged: 0, changed: 0, unsealed: 0, unreadable: 0 };
  for (const one of found) counts[COUNTED[stateOf(one)]] += 1;
  return counts;
}

const changesIn = ({ status }: FileSeal): readonly SealChange[] => (status?.state === "changed" ? status.changes : []);
const hintsIn = ({ status }: FileSeal): readonly SealHint[] => (status && "hints" in status ? status.hints : []);

function noteLine(note: SealNote, { record, severities }: Locale): string {
  const { address, sentence } = record.describeNote(note);
  return `${isHint(note) ? `[${severities.hint}] ` : ""}${address && `${address}  `}${sentence}`;
}

/** Why a file could not be compared, and what to do. One of another kind need not be saved anew: a seal would not be in it. */
function reason(file: string, error: FileError, locale: Locale): string {
  if (error.code !== "notAnXlsx") return errorMessage(file, error, locale);
  const texts = COMMAND_TEXTS[locale.id];
  return texts.unreadable(locale.describeError(error.code, error.details).what, texts.sealElsewhere);
}

function fileLines(found: FileSeal, locale: Locale): string[] {
  const texts = COMMAND_TEXTS[locale.id];
  const { record } = locale;
  const { file, status, problem, error } = found;
  if (error) return [texts.file(file, texts.unverified), `  ${reason(file, error, locale)}`];
  const problems = problem ? [`  ${record.problems[problem]}`] : [];
  if (!status) return [texts.file(file, texts.noSeal), ...problems];
  const check = record.describeCheck(status);
  const notes = [...changesIn(found), ...hintsIn(found)].map((note) => `    ${noteLine(note, locale)}`);
  return [texts.file(file, record.describeSeal(status)), ...(check ? [`  ${check}`] : []), ...problems, ...notes];
}

/** What `--json` prints; fields are added and never changed. */
function makeJson(
  found: readonly FileSeal[],
  summary: VerifiedCounts,
  remarks: readonly BatchRemark[],
  locale: Locale,
) {
  return {
    version: packageJson.version,
    files: found.map((one) => ({
      file: one.file,
      state: stateOf(one),
      ...(one.error && { error: { code: one.error.code, message: reason(one.file, one.error, locale) } }),
      ...(one.problem && { recordProblem: one.problem }),
      seal: sealJson(one),
      changes: changesIn(one).map((change) => changeJson(change, locale)),
      hints: hintsIn(one).map((hint) => hintJson(hint, locale)),
    })),
    remarks: remarks.map((remark) => ({ ...remark, message: DESCRIBE_REMARK[locale.id](remark) })),
    summary,
    notice: locale.record.notice,
  };
}

function sealJson({ seal }: FileSeal) {
  if (!seal) return null;
  const { at, rules, verdict, counts, digest, units } = seal;
  const tables = seal.tables.map(({ section: table, format, unit, year, sheet, range }) => {
    return { table, format, unit, year, sheet, range };
  });
  return { at, rules, verdict, counts, digest, tables, ...(units && { units }) };
}

function changeJson(change: SealChange, { record }: Locale) {
  const { kind } = change;
  const { sentence: message } = record.describeNote(change);
  if (kind === "explanations") return { kind, message };
  if (kind === "objections") return { kind, refused: change.refused, retracted: change.retracted, message };
  if (kind === "units") return { kind, missing: change.missing, added: change.added, message };
  if (kind === "property") return { kind, name: change.name, before: change.before, now: change.now, message };
  if (kind === "missing") return { kind, table: change.sealed.section, sheet: change.sealed.sheet, message };
  const { table, sheet, cells } = change.filled.placement;
  const base = { kind, table: table.section, sheet };
  if (kind !== "cell") return { ...base, message };
  const { key, before, now } = change;
  const position = cells[key];
  const cell = position ? fullAddress(sheet, position) : null;
  return { ...base, cell, key, before: codeOf(before), now: codeOf(now), message };
}

function hintJson(hint: SealHint, { record }: Locale) {
  const { sentence: message } = record.describeNote(hint);
  if (hint.kind !== "computed") return { kind: hint.kind, message };
  const { table, sheet, cells } = hint.filled.placement;
  const addresses = hint.keys.flatMap((key) => (cells[key] ? [fullAddress(sheet, cells[key])] : []));
  return { kind: hint.kind, table: table.section, sheet, cells: addresses, keys: hint.keys, message };
}
