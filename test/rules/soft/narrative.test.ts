import { readReport } from "../../../src/recognise/report/read-report";
import { relationsOf } from "../../../src/rules/relations";
import { checkNarrative } from "../../../src/rules/soft/narrative";
import { readText } from "../../recognise/report/fixtures";

/** A report of 2021 around the tables of a fixture, with a text of the test's own. */
interface Text {
  title?: string;
  overview?: string;
  problems?: string;
  others?: string;
  period?: string;
}

const OVERVIEW =
  "2021年，全区共收到政府信息公开申请70件，办结69件，结转下年度继续办理1件。发生行政复议3件、行政诉讼12件。";
const PROBLEMS = "主动公开的形式还不够丰富。2022年将增加图解，加强培训。";
const OTHERS = "2021年，未收取信息处理费。";

function findingsIn(text: Text, tables = readText("pingtan-2021.txt"), name?: string) {
  const {
    title = "平潭综合实验区2021年政府信息公开工作年度报告",
    overview = OVERVIEW,
    problems = PROBLEMS,
    others = OTHERS,
  } = text;
  const whole = [
    title,
    text.period ?? "",
    "一、总体情况",
    overview,
    tables,
    "五、存在的主要问题及改进情况",
    problems,
    "六、其他需要报告的事项",
    others,
  ].join("\n");
  return checkNarrative(readReport({ kind: "text", text: whole, ...(name ? { name } : {}) }, relationsOf));
}

test("a text that agrees with its tables has no finding", () => {
  expect(findingsIn({})).toEqual([]);
});

describe("T.TABLE", () => {
  test("a figure that agrees with nothing is told with its sentence and with what the table has", () => {
    const sentence = "全区共收到政府信息公开申请75件。";
    expect(findingsIn({ overview: sentence })).toEqual([
      {
        kind: "claim",
        rule: "T.TABLE",
        severity: "warning",
        section: "section3",
        claim: { topic: "received", number: "75", sentence, chapter: 1 },
        expected: [
          { cells: ["newlyReceived.total"], sum: "70" },
          { cells: ["newlyReceived.total", "carriedOver.total"], sum: "70" },
        ],
      },
    ]);
  });

  test("收到 may be what came new, or that and what was carried over: 平潭 2022 says 75 for 74 and 1", () => {
    const tables = readText("pingtan-2022.txt");
    const title = "平潭综合实验区2022年政府信息公开工作年度报告";
    const problems = "形式还不够丰富，将进一步加强培训。";
    const rest = { title, problems, others: "未收取信息处理费。" };
    expect(
      findingsIn({ ...rest, overview: "全区共收到政府信息公开申请75件，涉及自然人72件、商业企业3件。" }, tables),
    ).toEqual([]);
    expect(findingsIn({ ...rest, overview: "全区共收到政府信息公开申请74件，涉及自然人71件。" }, tables)).toEqual([]);
    expect(findingsIn({ ...rest, overview: "全区共收到政府信息公开申请76件。" }, tables)).toHaveLength(1);
  });

  test("sums of rows and of groups are compared as well", () => {
    const overview = "在答复的申请中，予以公开及部分公开35件，不予公开8件，无法提供25件，不予处理0件，其他处理1件。";
    expect(findingsIn({ overview })).toEqual([]);
    const wrong = findingsIn({ overview: "在答复的申请中，予以公开及部分公开36件，不予公开7件，无法提供24件。" });
    expect(wrong.map((finding) => finding.kind === "claim" && [finding.claim.topic, finding.expected[0]!.sum])).toEqual(
      [
        ["grantedWhollyOrPartly", "35"],
        ["denied", "8"],
        ["unavailable", "25"],
      ],
    );
  });

  test("cases of section 四, and none at all", () => {
    const wrong = findingsIn({ overview: "全年未发生行政复议、行政诉讼。" });
    expect(wrong.map((finding) => finding.kind === "claim" && [finding.claim.topic, finding.expected])).toEqual([
      ["review", [{ cells: ["review.total"], sum: "3" }]],
      ["litigation", [{ cells: ["directLitigation.total", "litigationAfterReview.total"], sum: "12" }]],
    ]);
  });

  test("says nothing where the table has no number", () => {
    const tables = readText("shuyang-fgj-2023.html");
    const report = readReport(
      {
        kind: "html",
        text: `<p>沭阳县发展和改革局2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>予以公开25件，不予公开3件。</p>${tables}`,
      },
      relationsOf,
    );
    const found = checkNarrative(report);
    expect(found.map((finding) => finding.kind === "claim" && finding.claim.topic)).toEqual(["granted"]);
  });

  test("says nothing where a text holds the tables of two years", () => {
    const report = readReport(
      { kind: "text", text: `一、总体情况\n收到政府信息公开申请5件。\n${readText("suqian-2023.txt")}` },
      relationsOf,
    );
    expect(report.claims).not.toEqual([]);
    expect(checkNarrative(report).filter(({ rule }) => rule === "T.TABLE")).toEqual([]);
  });
});

describe("N.SEC5", () => {
  test.each([
    ["无", "none"],
    ["无。", "none"],
    ["暂无", "none"],
    ["", "empty"],
    ["形式不够丰富。", "short"],
  ])("%j is %s", (problems, fault) => {
    expect(findingsIn({ problems })).toMatchObject([{ rule: "N.SEC5", kind: "chapter", chapter: 5, fault }]);
  });
});

describe("N.SEC1", () => {
  test("no more than a thousand characters", () => {
    expect(findingsIn({ overview: "字".repeat(1_000) })).toEqual([]);
    expect(findingsIn({ overview: "字".repeat(1_001) })).toMatchObject([
      { rule: "N.SEC1", fault: "long", length: 1_001, limit: 1_000 },
    ]);
  });

  test("is asked for from 2021 on", () => {
    const report = {
      title: "平潭综合实验区2019年政府信息公开工作年度报告",
      overview: "字".repeat(2_000),
      others: "无",
    };
    const problems = "形式还不够丰富，将进一步加强培训。";
    expect(findingsIn({ ...report, problems }, readText("pingtan-2019.txt"))).toEqual([]);
  });
});

describe("N.SEC6", () => {
  test.each(["无", "没有其他需要报告的事项。", "本年度政府信息公开工作未收取费用。"])(
    "%s does not mention the fee",
    (others) => {
      expect(findingsIn({ others })).toMatchObject([{ rule: "N.SEC6", chapter: 6, fault: "unmentioned" }]);
    },
  );

  test.each(["2021年，无收取信息处理费情况。", "本机关依申请提供政府信息未收取政府信息公开信息处理费。"])(
    "%s does",
    (others) => {
      expect(findingsIn({ others })).toEqual([]);
    },
  );

  test("行政事业性收费 in section 二 has nothing to do with it: a checker that takes it for the fee is wrong", () => {
    const found = findingsIn({ others: "行政事业性收费24252.311082万元。" });
    expect(found.map(({ rule }) => rule)).toEqual(["N.SEC6"]);
    expect(findingsIn({ others: "未收取信息处理费。" })).toEqual([]);
  });
});

describe("N.YEAR", () => {
  test("what was done in another year", () => {
    expect(findingsIn({ overview: "2020年，全区持续推进政务公开。" })).toEqual([
      {
        kind: "year",
        rule: "N.YEAR",
        severity: "warning",
        sense: "past",
        year: 2020,
        reportYear: 2021,
        sentence: "2020年，全区持续推进政务公开",
        chapter: 1,
      },
    ]);
  });

  test("what a past year is said to bring", () => {
    expect(findingsIn({ problems: "形式还不够丰富。2021年，将加大培训力度。" })).toMatchObject([
      { rule: "N.YEAR", sense: "plan", year: 2021, chapter: 5 },
    ]);
  });

  test.each([
    "与2020年相比，收到的申请有所减少。",
    "2019年4月印发的办法继续执行。",
    "按照国办公开办函〔2021〕30号文件要求，2021年以来持续推进。",
    "自2020年起，本区建立了季度检查制度。",
  ])("%s is no wrong year", (overview) => {
    expect(findingsIn({ overview })).toEqual([]);
  });

  test("plans for the next year are none, nor what a chapter on problems says of the past", () => {
    expect(findingsIn({ problems: "2021年，取得了一定成绩，但形式不够丰富。2022年，我区将增加图解。" })).toEqual([]);
  });
});

describe("D.YEAR", () => {
  test("title, period and file name that do not agree", () => {
    const period = "本报告所列数据的统计期限自2020年1月1日起至2020年12月31日止。";
    expect(findingsIn({ period }, undefined, "平潭2022年报.txt")).toEqual([
      {
        kind: "statedYear",
        rule: "D.YEAR",
        severity: "warning",
        years: [
          { source: "title", year: 2021 },
          { source: "period", year: 2020 },
          { source: "name", year: 2022 },
        ],
      },
    ]);
  });
});

test("an excerpt with tables only lacks no chapter", () => {
  expect(checkNarrative(readReport({ kind: "text", text: readText("pingtan-2021.txt") }, relationsOf))).toEqual([]);
});
