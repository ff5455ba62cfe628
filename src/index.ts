export type { BuildOptions } from './engine/api.js'
export { build } from './engine/api.js'
export type { Diagnostic } from './model/diagnostic.js'
export type { ArticleReport, IssueReport } from './model/report.js'
