/** Nothing leaves the machine: every address goes to a proxy that is not there. */
const offline = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
]

/** A full Chrome is kept from greeting, translating, asking for passwords and reporting crashes. */
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

/** Same advances in a shell as in a full Chrome, so the same line breaks. */
const layout = ['--font-render-hinting=none', '--disable-gpu', '--hide-scrollbars']

/**
 * The command line of the browser. One for all: a headless shell takes `--headless=new` without
 * complaint. The sandbox is left out only for root, for whom Chromium refuses it, or on request.
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

/** Whether the browser's sandbox can be used: not by root, and not where the person said so. */
export const canSandbox = (env: NodeJS.ProcessEnv): boolean =>
  process.getuid?.() !== 0 && !env.BULLETIN_NO_SANDBOX
