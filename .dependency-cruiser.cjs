/**
 * The architecture: which folder of src/ may import which (docs/dev/architecture.md tells what each is
 * for). Imports go down from one floor to the next, never up or sideways, types included.
 */
const floors = [
  ['cli', 'index.ts'],
  ['engine'],
  ['output', 'report'],
  ['lint', 'typeset'],
  ['issue'],
  ['input'],
  ['images', 'fonts', 'browser', 'pdf'],
  ['text', 'system', 'preview-page'],
  ['model'],
]

const room = (name) => (name.endsWith('.ts') ? `^src/${name.replace('.', '[.]')}$` : `^src/${name}/`)

/** Everything on the floors above, and beside it. */
const forbidden = (name, floor) =>
  floors
    .slice(0, floor + 1)
    .flat()
    .filter((other) => other !== name)
    .map(room)

module.exports = {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    ...floors.flatMap((rooms, floor) =>
      rooms.map((name) => ({
        name: `${name}-imports-down`,
        severity: 'error',
        from: { path: room(name) },
        to: { path: forbidden(name, floor) },
      })),
    ),
    {
      name: 'effects-at-the-edges',
      comment: 'Only these folders touch files, processes and the network; node:path works on text.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(system|images|fonts|browser|engine|cli|input/files)/|^src/index[.]ts$',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?path$' },
    },
    {
      name: 'page-is-on-its-own',
      comment: 'The page of the preview runs in a browser: no part of the program imports it.',
      severity: 'error',
      from: { path: '^src/(?!preview-page/)' },
      to: { path: '^src/preview-page/' },
    },
    {
      name: 'machines-know-no-markdown',
      comment: 'What reads and writes bytes knows no tree of an article.',
      severity: 'error',
      from: { path: '^src/(images|fonts|browser|pdf|system)/' },
      to: { path: 'node_modules/(@types/)?(mdast|hast|unified|remark|rehype|handlebars)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
}
