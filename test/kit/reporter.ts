import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed` as the last plain line, for build servers that search the log. */
// biome-ignore lint/style/noDefaultExport: vitest takes a reporter's default export.
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    let [passed, failed] = [0, errors.length]
    for (const file of modules) {
      const before = failed
      for (const test of file.children.allTests()) {
        if (test.result().state === 'passed') passed += 1
        if (test.result().state === 'failed') failed += 1
      }
      // A file that could not be loaded, or a failed hook, contains no failed test.
      if (file.state() === 'failed' && failed === before) failed += 1
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`)
  }
}
