import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/kit/prepare.ts'],
    // Two cores: a browser each at most.
    maxWorkers: 2,
    // Long enough for any machine under any load: a test that hangs fails, a slow one does not.
    testTimeout: 900_000,
    hookTimeout: 900_000,
  },
})
