import { reportFile as enUS } from "./en-US/report-file";
import type { LocaleId } from "./locale";
import type { ReportFileTexts } from "./report-file-texts";
import { reportFile as zhCN } from "./zh-CN/report-file";

export const REPORT_FILE_TEXTS: Readonly<Record<LocaleId, ReportFileTexts>> = { "zh-CN": zhCN, "en-US": enUS };
