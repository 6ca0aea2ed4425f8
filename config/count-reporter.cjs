/** Ends the run with one plain line that any log reader can count: "Tests: 120 passed, 0 failed". */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests ? `, ${results.numPendingTests} skipped` : "";
    process.stderr.write(`\nTests: ${results.numPassedTests} passed, ${failed} failed${skipped}\n`);
  }
};
