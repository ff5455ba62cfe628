export type { BuildOptions } from './api.js'
export { build } from './api.js'
export type { Diagnostic } from './diagnostic.js'
export type { ArticleReport, IssueReport } from './report/issue-report.js'
