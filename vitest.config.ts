import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // A composed line that comes out otherwise is a fault of ours: no re-print hides it.
    env: { BULLETIN_STRICT_LINES: '1' },
    globalSetup: ['test/kit/prepare.ts'],
    // A worker loads the program's modules once, not for every file: half of the processor time.
    isolate: false,
    // Two cores: a browser each at most.
    maxWorkers: 2,
    // Long enough for any machine under any load: a test that hangs fails, a slow one does not.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    expect: { poll: { timeout: 60_000 } },
  },
})
