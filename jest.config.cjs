// Three kinds of test, told apart by folder: plain ones in Node, those that run Microsoft's Office.js against our host in
// jsdom, and end-to-end ones that drive a real browser on the built page.
const transform = {
  "^.+\\.[cm]?tsx?$": [
    "@swc/jest",
    {
      jsc: {
        parser: { syntax: "typescript", tsx: true },
        target: "es2022",
        transform: { react: { runtime: "automatic" } },
      },
      module: { type: "commonjs", ignoreDynamic: false },
    },
  ],
};
const office = ["<rootDir>/test/excel/", "<rootDir>/test/actions/", "<rootDir>/test/workbench/"];
const common = {
  setupFiles: ["<rootDir>/test/seed.cjs"],
  transform,
  moduleFileExtensions: ["ts", "tsx", "js", "cjs", "mjs", "json"],
};

/** @type {import("jest").Config} */
module.exports = {
  // Both of the two cores that a small machine has. A slow one, with others at work on it, needs patience: no test asserts a
  // time, and none of them is cut short for being late.
  maxWorkers: 2,
  testTimeout: 120_000,
  reporters: ["default", "<rootDir>/config/count-reporter.cjs"],
  projects: [
    {
      ...common,
      displayName: "unit",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.{ts,tsx}"],
      testPathIgnorePatterns: ["/node_modules/", ...office, "<rootDir>/test/e2e/"],
    },
    {
      ...common,
      displayName: "office",
      testEnvironment: "<rootDir>/test/workbench/environment.cjs",
      globalSetup: "<rootDir>/test/workbench/bundle-univer.cjs",
      moduleNameMapper: { "^@univerjs/(.+)$": "<rootDir>/.cache/univer/$1.cjs" },
      testMatch: office.map((folder) => `${folder}**/*.test.{ts,tsx}`),
    },
    {
      ...common,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      globalSetup: "<rootDir>/test/e2e/setup.cjs",
      globalTeardown: "<rootDir>/test/e2e/teardown.cjs",
    },
  ],
};
