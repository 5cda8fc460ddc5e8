// A mocha reporter: prints like `spec`, also what is tried again, and writes how many tests passed, failed and were
// skipped to the file named by the environment variable IRIS_TEST_COUNTS, for the closing line over all suites.
const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

module.exports = class CountsReporter extends Mocha.reporters.Spec {
  /**
   * @param {Mocha.Runner} runner
   * @param {Mocha.MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, (test, error) => {
      console.log(`    tried again: ${test.title}\n      ${error.message.split('\n', 1)[0]}`);
    });
    runner.once(Mocha.Runner.constants.EVENT_RUN_END, () => {
      const file = process.env['IRIS_TEST_COUNTS'];
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      if (file) writeFileSync(file, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
};
