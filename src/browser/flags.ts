/** Blocks network access: every request goes to a proxy that does not exist. */
const offline = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** Disables a full Chrome's welcome page, translation, password prompts and crash reports. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-features=Translate,OptimizationHints,MediaRouter',
  '--password-store=basic',
  '--use-mock-keychain',
]

/**
 * Gives the same advances, and so the same line breaks, in a headless shell and in a full Chrome.
 */
const layout = ['--font-render-hinting=none', '--disable-gpu', '--hide-scrollbars']

/**
 * Returns the command line of the browser, the same for all kinds: a headless shell accepts
 * `--headless=new`. `profile` is the folder of the user profile.
 */
export const flagsFor = ({ profile, sandbox }: { profile: string; sandbox: boolean }): string[] => [
  '--headless=new',
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
  // Containers give /dev/shm 64 MB, too little for a long issue.
  '--disable-dev-shm-usage',
  ...(sandbox ? [] : ['--no-sandbox']),
  ...layout,
  ...offline,
  ...quiet,
  'about:blank',
]

/**
 * Whether to use the browser's sandbox: not as root, for whom Chromium refuses it, and not with
 * BULLETIN_NO_SANDBOX.
 */
export const canSandbox = (env: NodeJS.ProcessEnv): boolean =>
  process.getuid?.() !== 0 && !env.BULLETIN_NO_SANDBOX
